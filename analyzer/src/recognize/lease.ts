import type { Env } from './env.ts';
import type { AnyCall, Knowledge } from './knowledge.ts';
import { refsAt } from './path-refs.ts';
import { resourceOf } from './call-name.ts';
import { sqlTextOf } from './sql-text.ts';
import { pathsOf, type Tag } from './tag.ts';
import type { Ref } from './value.ts';

/** What a script does with a lock that its caller holds. */
export interface Lease {
  /** It gives the lock back; else it makes it last. */
  readonly removes: boolean;
  readonly resource: string | undefined;
}

const COMMAND = /\bredis\s*\.\s*p?call\s*\(\s*(?:(['"])(\w+)\1)?/gi;

const COMPARED = /==\s*ARGV\b|\bARGV\s*\[[^\]]*\]\s*==/;

const LEASING: ReadonlySet<string> = new Set(['get', 'del', 'unlink', 'expire', 'pexpire']);

/**
 * A script that compares the value of a key with its own and then deletes the key, or lets it last longer: the holder of a
 * lock gives it back or renews it.
 */
export function leaseOf(
  knowledge: Knowledge,
  tags: readonly Tag[],
  call: AnyCall,
  env: Env | undefined,
): Lease | undefined {
  const tag = tags.find(({ verb }) => verb === 'script');
  if (tag === undefined) return undefined;
  const at = (name: string): Ref | undefined =>
    pathsOf(tag, name).flatMap((path) => refsAt(knowledge, call, path, env).refs)[0];
  const text = at('text');
  const script = (text && sqlTextOf(knowledge, text)?.text) ?? '';
  const commands = commandsIn(script);
  // Who reads a key and deletes it whatever it says takes work off.
  if (!commands.has('get') || !COMPARED.test(script)) return undefined;
  if (commands.size === 1 || ![...commands].every((one) => LEASING.has(one))) return undefined;
  const removes = commands.has('del') || commands.has('unlink');
  const key = at('key');
  return { removes, resource: key && resourceOf(knowledge, key) };
}

/** In lower case; one that is not written out is empty. */
function commandsIn(script: string): ReadonlySet<string> {
  return new Set([...script.matchAll(COMMAND)].map(([, , command]) => (command ?? '').toLowerCase()));
}
