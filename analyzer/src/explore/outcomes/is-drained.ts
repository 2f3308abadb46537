import ts from '../../typescript.ts';
import { targetSymbol } from '../../recognize/by-symbol.ts';
import { isFunctionNode } from '../../recognize/function-node.ts';
import type { Knowledge } from '../../recognize/knowledge.ts';
import { receiverOf } from '../../recognize/path-refs.ts';
import { callerOf, type Spot } from '../../recognize/spot.ts';
import { stripExpression } from '../../recognize/strip.ts';
import { isTagged } from '../../recognize/tags-of-call.ts';

/** `queue.add(job)`, and further down `await queue.onIdle()`, there or in a function that called it. */
export function isDrained(knowledge: Knowledge, step: Spot): boolean {
  const { node } = step;
  const receiver = ts.isCallExpression(node) ? receiverOf(node) : undefined;
  const queue = receiver && targetSymbol(stripExpression(receiver), knowledge.checker);
  if (queue === undefined) return false;
  for (let at: Spot | undefined = step; at !== undefined; at = callerOf(at)) {
    if (isWaitedBehind(knowledge, at.node, queue)) return true;
  }
  return false;
}

/** Whether a statement behind a node, in one of the blocks around it, waits until the queue is empty. */
function isWaitedBehind(knowledge: Knowledge, spot: ts.Node, queue: ts.Symbol): boolean {
  for (let at = spot; !isFunctionNode(at) && !ts.isSourceFile(at); at = at.parent) {
    if (!ts.isBlock(at.parent)) continue;
    const behind = at.parent.statements.filter((statement) => statement.pos >= at.end);
    if (behind.some((statement) => waits(knowledge, statement, queue))) return true;
  }
  return false;
}

function waits(knowledge: Knowledge, statement: ts.Statement, queue: ts.Symbol): boolean {
  if (!ts.isExpressionStatement(statement) && !ts.isReturnStatement(statement)) return false;
  const { expression } = statement;
  if (expression === undefined || (ts.isExpressionStatement(statement) && !ts.isAwaitExpression(expression)))
    return false;
  const waited = stripExpression(expression);
  if (!ts.isCallExpression(waited)) return false;
  const receiver = receiverOf(waited);
  if (receiver === undefined || targetSymbol(stripExpression(receiver), knowledge.checker) !== queue) return false;
  return isTagged(knowledge, waited, undefined, 'drains');
}
