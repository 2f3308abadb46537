import ts from '../../typescript.ts';
import type { NodeId } from '../flow-graph.ts';
import { type Scope, floating, lowerValue } from '../scope.ts';
import { lowerReference } from './access.ts';
import { assigned } from './assigned.ts';
import { assignmentOperator, lowerAssignment } from './assignments.ts';
import { unwrap } from './unwrap.ts';

/** Operators that evaluate their operands and give a value of their own. */
export function lowerOperator(scope: Scope, node: ts.Expression, next: NodeId): NodeId | undefined {
  if (ts.isBinaryExpression(node)) return lowerBinary(scope, node, next);
  if (ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node)) return lowerUnary(scope, node, next);
  if (ts.isDeleteExpression(node)) return lowerDelete(scope, node, next);
  if (ts.isVoidExpression(node)) return scope.lower.expression(scope, node.expression, floating, next);
  if (ts.isTypeOfExpression(node)) return lowerValue(scope, node.expression, next);
  return undefined;
}

function lowerBinary(scope: Scope, node: ts.BinaryExpression, next: NodeId): NodeId {
  let left: ts.Expression = node;
  let entry = next;
  // Down the left side in a loop: sums of thousands of terms are common in generated code.
  while (ts.isBinaryExpression(left) && isStrict(left)) {
    const used: NodeId = isTest(left) ? scope.nodes.add({ kind: 'access', node: left, next: entry }) : entry;
    entry = lowerValue(scope, left.right, used);
    left = unwrap(left.left);
  }
  return left === node ? lowerAssignment(scope, node, next) : lowerValue(scope, left, entry);
}

/** Whether both sides are always evaluated, the left one as a value. */
function isStrict(node: ts.BinaryExpression): boolean {
  switch (node.operatorToken.kind) {
    case ts.SyntaxKind.AmpersandAmpersandToken:
    case ts.SyntaxKind.BarBarToken:
    case ts.SyntaxKind.QuestionQuestionToken:
    case ts.SyntaxKind.CommaToken:
      return false;
    default:
      return assignmentOperator(node) === undefined;
  }
}

function isTest(node: ts.BinaryExpression): boolean {
  return node.operatorToken.kind === ts.SyntaxKind.InKeyword;
}

function lowerUnary(scope: Scope, node: ts.PrefixUnaryExpression | ts.PostfixUnaryExpression, next: NodeId): NodeId {
  const changes = node.operator === ts.SyntaxKind.PlusPlusToken || node.operator === ts.SyntaxKind.MinusMinusToken;
  if (!changes) return lowerValue(scope, node.operand, next);
  const target = unwrap(node.operand);
  const value = node.operator === ts.SyntaxKind.PlusPlusToken ? 'one more' : 'one less';
  const isElement = ts.isElementAccessExpression(target);
  const change = isElement ? scope.nodes.add({ kind: 'access', node, next }) : assigned(scope, target, value, next);
  return lowerValue(scope, node.operand, change);
}

function lowerDelete(scope: Scope, node: ts.DeleteExpression, next: NodeId): NodeId {
  const target = unwrap(node.expression);
  if (!ts.isElementAccessExpression(target)) return lowerValue(scope, target, next);
  return lowerReference(scope, target, scope.nodes.add({ kind: 'access', node, next }), next);
}
