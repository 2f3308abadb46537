import ts from '../../typescript.ts';
import { nodesIn, someNode } from '../../program/nodes-in.ts';
import { contains } from '../../recognize/contains.ts';
import type { Knowledge } from '../../recognize/knowledge.ts';
import { symbolAt } from '../../recognize/symbol-at.ts';
import { stripExpression } from '../../recognize/strip.ts';
import type { FunctionNode } from '../../recognize/value.ts';
import { nameOf } from '../../recognize/call-name.ts';

/** Names of what lets one run wait for another. A name alone condemns nothing here: it only excuses. */
const WAITING = /lock|mutex|acquire|exclusive|semaphore|serial|pause|queue|enqueue|limit/i;

/** Whether some functions let one run of theirs wait for another: a flag in flight, a lock, a chain of promises. */
export function isSerialised(knowledge: Knowledge, runs: readonly FunctionNode[]): boolean {
  const isWait = (node: ts.Node): boolean => ts.isCallExpression(node) && WAITING.test(nameOf(node.expression));
  if (runs.some((fn) => someNode(fn, isWait))) return true;
  const inside = (node: ts.Node): boolean => runs.some((fn) => contains(fn, node));
  const outer = (target: ts.Expression): string | undefined => {
    const name = stripExpression(target);
    if (ts.isPropertyAccessExpression(name)) return name.getText();
    const declaration = ts.isIdentifier(name) ? symbolAt(knowledge, name)?.declarations?.[0] : undefined;
    return declaration !== undefined && !inside(declaration) ? name.getText() : undefined;
  };
  const operations = runs.flatMap((fn) => nodesIn(fn, ts.isBinaryExpression));
  const assigned = operations.flatMap(({ left, operatorToken, right }) => {
    const name = operatorToken.kind === ts.SyntaxKind.EqualsToken ? outer(left) : undefined;
    return name === undefined ? [] : [{ name, value: right.getText() }];
  });
  const conditions = runs.flatMap((fn) => nodesIn(fn, isAsking)).map(({ expression }) => expression.getText());
  return assigned.some(({ name, value }) => conditions.some((text) => text.includes(name)) || value.includes('.then'));
}

function isAsking(node: ts.Node): node is ts.IfStatement | ts.WhileStatement {
  return ts.isIfStatement(node) || ts.isWhileStatement(node);
}
