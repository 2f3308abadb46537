import ts from '../../typescript.ts';
import { isAsked, isWrittenOut } from '../asked-variables.ts';
import type { AssignStep, NodeId } from '../flow-graph.ts';
import { type Scope, lowerValue } from '../scope.ts';
import { unwrap } from './unwrap.ts';

/** Notes that a variable is given a value, where some condition asks for it. */
export function assigned(scope: Scope, target: ts.Node, value: AssignStep['value'], next: NodeId): NodeId {
  if (!ts.isIdentifier(target) || !scope.outside(() => isAsked(target))) return next;
  return scope.nodes.add({ kind: 'assign', name: target, value, next });
}

/** Gives a variable a value. `state = failed ? 'failed' : 'stored'` is two assignments, one on each way. */
export function lowerGiven(scope: Scope, target: ts.Identifier, value: ts.Expression, next: NodeId): NodeId {
  const node = unwrap(value);
  if (!isWrittenOut(node) || !scope.outside(() => isAsked(target)))
    return lowerValue(scope, value, assigned(scope, target, value, next));
  const [whenTrue, whenFalse] = [node.whenTrue, node.whenFalse].map((side) => lowerGiven(scope, target, side, next));
  return scope.lower.condition(scope, node.condition, whenTrue ?? next, whenFalse ?? next);
}

/** `attempt += 1` counts; what any other operator makes of the old value is the expression itself. */
export function compoundValue(node: ts.BinaryExpression): AssignStep['value'] {
  const isOne = unwrap(node.right).getText() === '1';
  if (isOne && node.operatorToken.kind === ts.SyntaxKind.PlusEqualsToken) return 'one more';
  return isOne && node.operatorToken.kind === ts.SyntaxKind.MinusEqualsToken ? 'one less' : node;
}
