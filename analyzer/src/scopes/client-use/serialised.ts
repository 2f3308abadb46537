import ts from '../../typescript.ts';
import type { Knowledge } from '../../recognize/knowledge.ts';
import { symbolAt } from '../../recognize/symbol-at.ts';
import { stripExpression } from '../../recognize/strip.ts';
import type { FunctionNode } from '../../recognize/value.ts';
import { nameOf } from '../../recognize/call-name.ts';

/** Names of what lets one run wait for another. A name alone condemns nothing here: it only excuses. */
const WAITING = /lock|mutex|acquire|exclusive|semaphore|serial|pause|queue|enqueue|limit/i;

/** Whether some functions let one run of theirs wait for another: a flag in flight, a lock, a chain of promises. */
export function isSerialised(knowledge: Knowledge, runs: readonly FunctionNode[]): boolean {
  const nodes = runs.flatMap((fn) => [...below(fn)]);
  if (nodes.some((node) => ts.isCallExpression(node) && WAITING.test(nameOf(node.expression)))) return true;
  const inside = (node: ts.Node): boolean =>
    runs.some((fn) => fn.pos <= node.pos && node.end <= fn.end && fn.getSourceFile() === node.getSourceFile());
  const outer = (target: ts.Expression): string | undefined => {
    const name = stripExpression(target);
    if (ts.isPropertyAccessExpression(name)) return name.getText();
    const declaration = ts.isIdentifier(name) ? symbolAt(knowledge, name)?.declarations?.[0] : undefined;
    return declaration !== undefined && !inside(declaration) ? name.getText() : undefined;
  };
  const assigned = nodes.flatMap((node) => {
    if (!ts.isBinaryExpression(node) || node.operatorToken.kind !== ts.SyntaxKind.EqualsToken) return [];
    const name = outer(node.left);
    return name === undefined ? [] : [{ name, value: node.right.getText() }];
  });
  const conditions = nodes.flatMap((node) =>
    ts.isIfStatement(node) || ts.isWhileStatement(node) ? [node.expression.getText()] : [],
  );
  return assigned.some(({ name, value }) => conditions.some((text) => text.includes(name)) || value.includes('.then'));
}

function* below(root: ts.Node): Iterable<ts.Node> {
  const stack: ts.Node[] = [root];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    yield node;
    ts.forEachChild(node, (child) => void stack.push(child));
  }
}
