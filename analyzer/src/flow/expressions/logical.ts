import ts from '../../typescript.ts';
import type { NodeId } from '../flow-graph.ts';
import { type Scope, type Use, floating, lowerValue } from '../scope.ts';
import { branch } from './conditions.ts';
import { isCallLike, unwrap } from './unwrap.ts';

export function lowerConditional(scope: Scope, node: ts.ConditionalExpression, use: Use, next: NodeId): NodeId {
  const whenTrue = scope.lower.expression(scope, node.whenTrue, use, next);
  const whenFalse = scope.lower.expression(scope, node.whenFalse, use, next);
  return scope.lower.condition(scope, node.condition, whenTrue, whenFalse);
}

/** `&&`, `||`, `??` and the comma as values: what they evaluate to is used as they are. */
export function lowerLogical(scope: Scope, node: ts.BinaryExpression, use: Use, next: NodeId): NodeId | undefined {
  const { left, right } = node;
  const lowerRight = (): NodeId => scope.lower.expression(scope, right, use, next);
  switch (node.operatorToken.kind) {
    case ts.SyntaxKind.CommaToken:
      return scope.lower.expression(scope, left, floating, lowerRight());
    case ts.SyntaxKind.AmpersandAmpersandToken:
      return scope.lower.condition(scope, left, lowerRight(), next);
    case ts.SyntaxKind.BarBarToken: {
      if (!isCallLike(unwrap(left)))
        return scope.lower.condition(scope, left, keep(scope, left, use, next), lowerRight());
      return scope.lower.expression(scope, left, use, branch(scope, left, 'truthy', next, lowerRight()));
    }
    case ts.SyntaxKind.QuestionQuestionToken: {
      if (isCallLike(unwrap(left))) {
        return scope.lower.expression(scope, left, use, branch(scope, left, 'nullish', lowerRight(), next));
      }
      const kept = keep(scope, left, use, next);
      return lowerValue(scope, left, branch(scope, left, 'nullish', lowerRight(), kept));
    }
    default:
      return undefined;
  }
}

/** The left side turned out to be the value: a promise in it is waited for. It has been evaluated before. */
function keep(scope: Scope, left: ts.Expression, use: Use, next: NodeId): NodeId {
  if (use.completion !== 'awaited' && use.completion !== 'collected') return next;
  return scope.nodes.add({ kind: 'await', of: left, next, error: use.rejected ?? scope.error });
}
