import ts from '../typescript.ts';
import type { Env } from '../recognize/env.ts';
import type { Knowledge } from '../recognize/knowledge.ts';
import { refsAt } from '../recognize/path-refs.ts';
import { pathsOf, type Tag } from '../recognize/tag.ts';
import { tagsOfCall } from '../recognize/tags-of-call.ts';

/**
 * One call may register several objects, each under a name. An env per registration, in which the call is given that
 * one alone; the env itself where a call registers nothing, or nothing that can be told apart.
 */
export function registrationsAt(
  knowledge: Knowledge,
  call: ts.Node,
  env: Env | undefined,
): readonly (Env | undefined)[] {
  const tag = registeringTag(knowledge, call, env);
  if (tag === undefined || !ts.isCallExpression(call)) return [env];
  const found = pathsOf(tag, 'at')
    .flatMap((path) => refsAt(knowledge, call, path, env).refs)
    .flatMap(
      ({ node }) =>
        knowledge.envs.enter({ fn: node, call, caller: env, closure: env, self: undefined, bindings: new Map() }) ?? [],
    );
  return found.length > 0 ? found : [env];
}

/** What a library says of a call that registers objects. */
export function registeringTag(knowledge: Knowledge, call: ts.Node, env: Env | undefined): Tag | undefined {
  if (!ts.isCallExpression(call)) return undefined;
  return tagsOfCall(knowledge, call, env).find(({ verb }) => verb === 'registers');
}
