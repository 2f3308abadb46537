import ts from '../../typescript.ts';
import type { NodeId } from '../flow-graph.ts';
import { type Scope, lowerValue } from '../scope.ts';
import { isAccess, lowerReference } from './access.ts';
import { assigned, compoundValue, lowerGiven } from './assigned.ts';
import { branch } from './conditions.ts';
import { lowerTargetPattern } from './patterns.ts';
import { unwrap } from './unwrap.ts';

type AssignmentKind = 'plain' | 'compound' | 'truthy' | 'falsy' | 'nullish';

/** How an operator assigns: always, from the old value, or only when the old value is truthy, falsy or nullish. */
export function assignmentOperator({ operatorToken }: ts.BinaryExpression): AssignmentKind | undefined {
  switch (operatorToken.kind) {
    case ts.SyntaxKind.EqualsToken:
      return 'plain';
    case ts.SyntaxKind.AmpersandAmpersandEqualsToken:
      return 'truthy';
    case ts.SyntaxKind.BarBarEqualsToken:
      return 'falsy';
    case ts.SyntaxKind.QuestionQuestionEqualsToken:
      return 'nullish';
    default:
      return isCompound(operatorToken.kind) ? 'compound' : undefined;
  }
}

function isCompound(operator: ts.SyntaxKind): boolean {
  return operator >= ts.SyntaxKind.FirstCompoundAssignment && operator <= ts.SyntaxKind.LastCompoundAssignment;
}

export function lowerAssignment(scope: Scope, node: ts.BinaryExpression, next: NodeId): NodeId {
  const target = unwrap(node.left);
  const kind = assignmentOperator(node);
  if (kind === 'plain') return lowerPlainAssignment(scope, node, target, next);
  const after = assigned(scope, target, kind === 'compound' ? compoundValue(node) : node.right, next);
  const write = ts.isElementAccessExpression(target) ? scope.nodes.add({ kind: 'access', node, next }) : after;
  const right = lowerValue(scope, node.right, write);
  return lowerValue(scope, target, lowerTest(scope, node.left, kind, right, next));
}

/** A short circuit leaves the assignment out. */
function lowerTest(
  scope: Scope,
  left: ts.Expression,
  kind: AssignmentKind | undefined,
  assign: NodeId,
  next: NodeId,
): NodeId {
  switch (kind) {
    case 'truthy':
      return branch(scope, left, 'truthy', assign, next);
    case 'falsy':
      return branch(scope, left, 'truthy', next, assign);
    case 'nullish':
      return branch(scope, left, 'nullish', assign, next);
    default:
      return assign;
  }
}

function lowerPlainAssignment(scope: Scope, node: ts.BinaryExpression, target: ts.Expression, next: NodeId): NodeId {
  if (ts.isIdentifier(target)) return lowerGiven(scope, target, node.right, lowerTargetPattern(scope, target, next));
  if (!isAccess(target)) return lowerValue(scope, node.right, lowerTargetPattern(scope, target, next));
  const write = ts.isElementAccessExpression(target) ? scope.nodes.add({ kind: 'access', node, next }) : next;
  return lowerReference(scope, target, lowerValue(scope, node.right, write));
}
