import ts from '../typescript.ts';
import { isFunctionNode } from './function-node.ts';
import { stripExpression } from './strip.ts';

/** What the result of a call is made of, as far as the call shows it: its receiver and its arguments. */
export function inputsOf(node: ts.CallExpression | ts.NewExpression): readonly ts.Expression[] {
  const callee = stripExpression(node.expression);
  const args = (node.arguments ?? []).filter((arg) => !isFunctionNode(arg));
  const receiver =
    ts.isPropertyAccessExpression(callee) && !ts.isNewExpression(node) && !isNamespaceLike(callee.expression)
      ? [callee.expression]
      : [];
  return [...receiver, ...args];
}

/** `JSON`, `Math`, `Buffer`: the receiver of a static function is no input. */
function isNamespaceLike(node: ts.Expression): boolean {
  return ts.isIdentifier(node) && /^[A-Z]/.test(node.text);
}
