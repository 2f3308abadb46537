import ts from '../typescript.ts';
import type { Env } from './env.ts';
import { isFunctionNode } from './function-node.ts';
import type { Knowledge } from './knowledge.ts';
import { stripExpression } from './strip.ts';
import { tagsOfCall } from './tags-of-call.ts';

/** `db.$transaction([db.a.create(…), db.b.update(…)])`: the call whose list of operations a call stands in. */
export function transactionAround(
  knowledge: Knowledge,
  call: ts.Node,
  env: Env | undefined,
): ts.CallExpression | undefined {
  for (let at = call; ts.isExpression(at) && !isFunctionNode(at); at = at.parent) {
    const list = ts.isSpreadElement(at.parent) ? at.parent.parent : at.parent;
    if (ts.isArrayLiteralExpression(list) && operationsOf(knowledge, list.parent, env) === list) {
      return ts.isCallExpression(list.parent) ? list.parent : undefined;
    }
  }
  return undefined;
}

/** The first call of the list of operations of a call; what its arguments ask is no part of the transaction. */
export function firstOperation(
  knowledge: Knowledge,
  call: ts.Node,
  env: Env | undefined,
): ts.CallExpression | undefined {
  for (const element of operationsOf(knowledge, call, env)?.elements ?? []) {
    const node = stripExpression(ts.isSpreadElement(element) ? element.expression : element);
    if (ts.isCallExpression(node)) return node;
  }
  return undefined;
}

function operationsOf(
  knowledge: Knowledge,
  call: ts.Node,
  env: Env | undefined,
): ts.ArrayLiteralExpression | undefined {
  const list = ts.isCallExpression(call) ? call.arguments[0] : undefined;
  if (list === undefined || !ts.isArrayLiteralExpression(list) || !ts.isCallExpression(call)) return undefined;
  const tags = tagsOfCall(knowledge, call, env);
  return tags.some((tag) => tag.verb === 'db-transaction' && tag.paths.has('run')) ? list : undefined;
}
