import { resourceOf } from './call-name.ts';
import type { Env } from './env.ts';
import type { AnyCall, Knowledge } from './knowledge.ts';
import { receiverOf, refsAt } from './path-refs.ts';
import { pathsOf, type Path, type Tag } from './tag.ts';
import type { Ref } from './value.ts';

/** The table, model or key that a tag's `resource=` names, else what the receiver is called. */
export function resourceAt(knowledge: Knowledge, tag: Tag, call: AnyCall, env: Env | undefined): string | undefined {
  const ref = resourceRef(knowledge, tag, call, env);
  return ref && resourceOf(knowledge, ref);
}

/** The expression that a tag's `resource=` leads to, else the receiver. */
export function resourceRef(knowledge: Knowledge, tag: Tag, call: AnyCall, env: Env | undefined): Ref | undefined {
  const [named] = refsFor(knowledge, pathsOf(tag, 'resource'), call, env);
  const receiver = receiverOf(call);
  return named ?? (receiver && { node: receiver, env });
}

/** The expressions at any of several paths. */
export function refsFor(
  knowledge: Knowledge,
  paths: readonly Path[],
  call: AnyCall,
  env: Env | undefined,
): readonly Ref[] {
  return paths.flatMap((path) => refsAt(knowledge, call, path, env).refs);
}
