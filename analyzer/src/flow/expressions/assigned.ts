import ts from '../../typescript.ts';
import { isAsked } from '../asked-variables.ts';
import type { AssignStep, NodeId } from '../flow-graph.ts';
import type { Scope } from '../scope.ts';
import { unwrap } from './unwrap.ts';

/** Notes that a variable is given a value, where some condition asks for it. */
export function assigned(scope: Scope, target: ts.Node, value: AssignStep['value'], next: NodeId): NodeId {
  if (!ts.isIdentifier(target) || !scope.outside(() => isAsked(target))) return next;
  return scope.nodes.add({ kind: 'assign', name: target, value, next });
}

/** `attempt += 1` counts; what any other operator makes of the old value is the expression itself. */
export function compoundValue(node: ts.BinaryExpression): AssignStep['value'] {
  const isOne = unwrap(node.right).getText() === '1';
  if (isOne && node.operatorToken.kind === ts.SyntaxKind.PlusEqualsToken) return 'one more';
  return isOne && node.operatorToken.kind === ts.SyntaxKind.MinusEqualsToken ? 'one less' : node;
}
