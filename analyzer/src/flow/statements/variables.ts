import ts from '../../typescript.ts';
import { assigned, lowerGiven } from '../expressions/assigned.ts';
import { lowerKept } from '../expressions/kept.ts';
import { lowerBinding } from '../expressions/patterns.ts';
import { unwrap } from '../expressions/unwrap.ts';
import type { NodeId } from '../flow-graph.ts';
import { isWrittenOut } from '../asked-variables.ts';
import { isKept } from '../kept-names.ts';
import { type Scope, lowerValue } from '../scope.ts';

export function lowerVariables(scope: Scope, list: ts.VariableDeclarationList, next: NodeId): NodeId {
  const isConstant = (list.flags & ts.NodeFlags.Const) !== 0;
  return list.declarations.reduceRight((after, { name, initializer }) => {
    if (initializer === undefined) return lowerBinding(scope, name, assigned(scope, name, 'nothing', after));
    if (!ts.isIdentifier(name)) return lowerValue(scope, initializer, lowerBinding(scope, name, after));
    if (scope.outside(() => isKept(name))) return lowerHolder(scope, name, initializer, isConstant, after);
    const isOne = isConstant && !isWrittenOut(unwrap(initializer));
    return isOne ? lowerValue(scope, initializer, after) : lowerGiven(scope, name, initializer, after);
  }, next);
}

/** What may hold promises holds none of those that it held for the message before. */
function lowerHolder(
  scope: Scope,
  name: ts.Identifier,
  initializer: ts.Expression,
  isConstant: boolean,
  next: NodeId,
): NodeId {
  const isCall = ts.isCallExpression(unwrap(initializer));
  const after = isConstant ? next : assigned(scope, name, initializer, next);
  const given = isCall ? lowerKept(scope, initializer, after) : lowerGiven(scope, name, initializer, next);
  return scope.nodes.add({ kind: 'holder', name, next: given });
}

/** `using` and `await using`, which has the flag of `const` besides. */
export function isDisposable(list: ts.VariableDeclarationList): boolean {
  return (list.flags & ts.NodeFlags.Using) !== 0;
}
