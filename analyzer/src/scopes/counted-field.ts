import ts from '../typescript.ts';
import { someNode } from '../program/nodes-in.ts';
import { enclosingFunction } from '../recognize/source-index.ts';

/**
 * Whether the function around a write counts a field up or down: `row.stock -= n; await row.save()`. What is left of an
 * amount does not tell whether a message was handled.
 */
export function isCounted(write: ts.Node, field: string): boolean {
  const fn = enclosingFunction(write);
  return fn !== undefined && someNode(fn, (node) => changes(node, field));
}

const SUMS: ReadonlySet<ts.SyntaxKind> = new Set([ts.SyntaxKind.PlusEqualsToken, ts.SyntaxKind.MinusEqualsToken]);
const STEPS: ReadonlySet<ts.SyntaxKind> = new Set([ts.SyntaxKind.PlusPlusToken, ts.SyntaxKind.MinusMinusToken]);

function changes(node: ts.Node, field: string): boolean {
  if (ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node)) {
    return STEPS.has(node.operator) && isField(node.operand, field);
  }
  if (!ts.isBinaryExpression(node) || !isField(node.left, field)) return false;
  if (SUMS.has(node.operatorToken.kind)) return true;
  const { right } = node;
  const isSum = ts.isBinaryExpression(right) && [right.left, right.right].some((side) => isField(side, field));
  return node.operatorToken.kind === ts.SyntaxKind.EqualsToken && isSum;
}

function isField(node: ts.Expression, field: string): boolean {
  return ts.isPropertyAccessExpression(node) && node.name.text === field;
}
