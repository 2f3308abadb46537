import ts from '../typescript.ts';
import type { Env } from '../recognize/env.ts';
import { isFunctionNode } from '../recognize/function-node.ts';
import type { AnyCall, Knowledge } from '../recognize/knowledge.ts';
import { tagsOfCall } from '../recognize/tags-of-call.ts';
import { givesPromise } from './detached.ts';

/**
 * Whether a failure is heard although nobody waits for the call: `producer.produce(…)` in a `try` gives no promise, and
 * says on the spot what it has to say; the row of `em.persist(entity)` is written, and fails, where its transaction ends.
 */
export function failsAtOnce(knowledge: Knowledge, call: AnyCall, env: Env | undefined): boolean {
  const tags = tagsOfCall(knowledge, call, env);
  if (tags.some(({ verb }) => verb === 'schedule')) return true;
  return tags.some(({ verb }) => verb === 'produce') && isTried(call) && !givesPromise(knowledge, call, env);
}

/** Whether only a transaction would tell of its failure: `producer.produce(…)` as a statement, outside any `try`. */
export function isQuiet(knowledge: Knowledge, call: AnyCall, env: Env | undefined): boolean {
  if (!ts.isExpressionStatement(call.parent) || isTried(call) || givesPromise(knowledge, call, env)) return false;
  return tagsOfCall(knowledge, call, env).some(({ verb, words }) => verb === 'produce' && words.includes('when-open'));
}

/** In the block of a `try` with a `catch`, in the same function. */
function isTried(call: ts.Node): boolean {
  for (let at = call; !isFunctionNode(at) && !ts.isSourceFile(at); at = at.parent) {
    const { parent } = at;
    if (ts.isTryStatement(parent) && parent.tryBlock === at && parent.catchClause !== undefined) return true;
  }
  return false;
}
