import ts from 'typescript';
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

function below(verb: ElementAccess['verb'], node: ts.Expression): ElementAccess | undefined {
  return ts.isElementAccessExpression(node) ? access(verb, node) : undefined;
}

function access(verb: ElementAccess['verb'], node: ts.ElementAccessExpression): ElementAccess {
  return { kind: 'element', verb, object: node.expression, index: node.argumentExpression };
}
