import ts from '../typescript.ts';
import { someNode } from '../program/nodes-in.ts';
import type { Env } from '../recognize/env.ts';
import { isFunctionNode } from '../recognize/function-node.ts';
import { initialOf } from '../recognize/initial-value.ts';
import type { Knowledge } from '../recognize/knowledge.ts';
import { meaningsOf } from '../recognize/meanings-of.ts';

/**
 * `const begun = new Promise((resolve, reject) => { producer.beginTransaction(…) }); await begun`: what the call in it does
 * not do has failed where the promise was made, and does not fail once more where it is waited for.
 */
export function hasFailedBefore(knowledge: Knowledge, awaited: ts.Expression, env: Env | undefined): boolean {
  const made = initialOf(knowledge, awaited);
  const executor = made !== awaited && ts.isNewExpression(made) ? made.arguments?.[0] : undefined;
  if (executor === undefined || !isFunctionNode(executor)) return false;
  return someNode(executor, (node) => ts.isCallExpression(node) && meaningsOf(knowledge, node, env).length > 0);
}
