import ts from '../typescript.ts';
import type { ElementAccess } from './unit-graph.ts';

/** What an element read, write, `delete` or `in` does to the object it looks into. */
export function elementAccessOf(node: ts.Expression): ElementAccess | undefined {
  if (ts.isElementAccessExpression(node)) return access('check', node);
  if (ts.isDeleteExpression(node)) return below('forget', node.expression);
  if (ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node)) return below('fill', node.operand);
  if (!ts.isBinaryExpression(node)) return undefined;
  if (node.operatorToken.kind === ts.SyntaxKind.InKeyword) {
    return { kind: 'element', verb: 'check', object: node.right, index: node.left };
  }
  return below('fill', node.left);
}

/** `Object.hasOwn(seen, id)`, `seen.hasOwnProperty(id)` and the long way round. */
export function membershipTest(call: ts.CallExpression): ElementAccess | undefined {
  const callee = call.expression;
  if (!ts.isPropertyAccessExpression(callee)) return undefined;
  const [first, second] = call.arguments;
  if (callee.name.text === 'hasOwnProperty' && first !== undefined) return lookUp(callee.expression, first);
  const isStatic =
    callee.name.text === 'hasOwn' && ts.isIdentifier(callee.expression) && callee.expression.text === 'Object';
  const isBorrowed =
    callee.name.text === 'call' &&
    ts.isPropertyAccessExpression(callee.expression) &&
    callee.expression.name.text === 'hasOwnProperty';
  return (isStatic || isBorrowed) && first !== undefined && second !== undefined ? lookUp(first, second) : undefined;
}

function lookUp(object: ts.Expression, index: ts.Expression): ElementAccess {
  return { kind: 'element', verb: 'check', object, index };
}

function below(verb: ElementAccess['verb'], node: ts.Expression): ElementAccess | undefined {
  return ts.isElementAccessExpression(node) ? access(verb, node) : undefined;
}

function access(verb: ElementAccess['verb'], node: ts.ElementAccessExpression): ElementAccess {
  return { kind: 'element', verb, object: node.expression, index: node.argumentExpression };
}
