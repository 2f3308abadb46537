import ts from '../../typescript.ts';
import { assigned, lowerGiven } from '../expressions/assigned.ts';
import { lowerKept } from '../expressions/kept.ts';
import { lowerBinding } from '../expressions/patterns.ts';
import { unwrap } from '../expressions/unwrap.ts';
import type { NodeId } from '../flow-graph.ts';
import { isKept } from '../kept-names.ts';
import { type Scope, lowerValue } from '../scope.ts';

export function lowerVariables(scope: Scope, list: ts.VariableDeclarationList, next: NodeId): NodeId {
  const isConstant = (list.flags & ts.NodeFlags.Const) !== 0;
  return list.declarations.reduceRight((after, { name, initializer }) => {
    if (initializer === undefined) return lowerBinding(scope, name, assigned(scope, name, 'nothing', after));
    if (!ts.isIdentifier(name)) return lowerValue(scope, initializer, lowerBinding(scope, name, after));
    if (scope.outside(() => isKept(name))) return lowerKept(scope, initializer, after);
    const isOne = isConstant && !ts.isConditionalExpression(unwrap(initializer));
    return isOne ? lowerValue(scope, initializer, after) : lowerGiven(scope, name, initializer, after);
  }, next);
}

/** `using` and `await using`, which has the flag of `const` besides. */
export function isDisposable(list: ts.VariableDeclarationList): boolean {
  return (list.flags & ts.NodeFlags.Using) !== 0;
}
