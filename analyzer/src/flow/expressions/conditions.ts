import ts from '../../typescript.ts';
import type { NodeId } from '../flow-graph.ts';
import { type Scope, floating, lowerValue } from '../scope.ts';
import { unwrap } from './unwrap.ts';

/** Splits a condition down to branches on atomic ones. */
export function lowerCondition(scope: Scope, condition: ts.Expression, whenTrue: NodeId, whenFalse: NodeId): NodeId {
  if (scope.nodes.isFull()) return whenFalse;
  const node = unwrap(condition);
  if (node.kind === ts.SyntaxKind.TrueKeyword) return whenTrue;
  if (node.kind === ts.SyntaxKind.FalseKeyword) return whenFalse;
  if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken) {
    return lowerCondition(scope, node.operand, whenFalse, whenTrue);
  }
  if (ts.isConditionalExpression(node)) {
    const first = lowerCondition(scope, node.whenTrue, whenTrue, whenFalse);
    return lowerCondition(scope, node.condition, first, lowerCondition(scope, node.whenFalse, whenTrue, whenFalse));
  }
  const split = ts.isBinaryExpression(node) ? lowerConnective(scope, node, whenTrue, whenFalse) : undefined;
  return split ?? lowerAtom(scope, node, whenTrue, whenFalse);
}

function lowerConnective(
  scope: Scope,
  { left, operatorToken, right }: ts.BinaryExpression,
  whenTrue: NodeId,
  whenFalse: NodeId,
): NodeId | undefined {
  const lowerRight = (): NodeId => lowerCondition(scope, right, whenTrue, whenFalse);
  switch (operatorToken.kind) {
    case ts.SyntaxKind.AmpersandAmpersandToken:
      return lowerCondition(scope, left, lowerRight(), whenFalse);
    case ts.SyntaxKind.BarBarToken:
      return lowerCondition(scope, left, whenTrue, lowerRight());
    case ts.SyntaxKind.QuestionQuestionToken: {
      const present = branch(scope, left, 'truthy', whenTrue, whenFalse);
      return lowerValue(scope, left, branch(scope, left, 'nullish', lowerRight(), present));
    }
    case ts.SyntaxKind.CommaToken:
      return scope.lower.expression(scope, left, floating, lowerRight());
    default:
      return undefined;
  }
}

function lowerAtom(scope: Scope, node: ts.Expression, whenTrue: NodeId, whenFalse: NodeId): NodeId {
  return lowerValue(scope, node, branch(scope, node, 'truthy', whenTrue, whenFalse));
}

/** No node where both ways lead to the same place. */
export function branch(
  scope: Scope,
  condition: ts.Expression,
  test: 'truthy' | 'nullish',
  whenTrue: NodeId,
  whenFalse: NodeId,
): NodeId {
  if (whenTrue === whenFalse) return whenTrue;
  return scope.nodes.add({ kind: 'branch', condition, test, whenTrue, whenFalse });
}
