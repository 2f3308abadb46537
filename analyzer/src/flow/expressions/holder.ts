import ts from '../../typescript.ts';
import { unwrap } from './unwrap.ts';

/** A variable or a field that holds a promise, or a collection of them. */
export type Holder = ts.Identifier | ts.PropertyAccessExpression;

/** What holds the promises that an expression stands for: itself, or what it is made of; undefined for any other. */
export function holderIn(expression: ts.Expression): Holder | undefined {
  const node = unwrap(expression);
  if (ts.isIdentifier(node) || ts.isPropertyAccessExpression(node)) return node;
  if (ts.isSpreadElement(node)) return holderIn(node.expression);
  if (ts.isArrayLiteralExpression(node)) return holderOf(node.elements);
  if (!ts.isCallExpression(node)) return undefined;
  if (isCopy(node)) return holderOf(node.arguments);
  const { expression: callee } = node;
  const isPassing = ts.isPropertyAccessExpression(callee) && PASSING.has(callee.name.text);
  return isPassing ? holderIn(callee.expression) : undefined;
}

function holderOf([only, ...others]: readonly ts.Expression[]): Holder | undefined {
  return only !== undefined && others.length === 0 ? holderIn(only) : undefined;
}

/** Methods that give what a collection holds. */
export const PASSING: ReadonlySet<string> = new Set(['splice', 'slice', 'values']);

/** `Array.from(pending)`, without a function that makes something else of what is in there. */
export function isCopy({ expression, arguments: { length } }: ts.CallExpression): boolean {
  return length === 1 && expression.getText() === 'Array.from';
}
