import ts from '../../typescript.ts';
import { assigned } from '../expressions/assigned.ts';
import { lowerKept } from '../expressions/kept.ts';
import { lowerBinding } from '../expressions/patterns.ts';
import type { NodeId } from '../flow-graph.ts';
import { isKept } from '../kept-names.ts';
import { type Scope, lowerValue } from '../scope.ts';

export function lowerVariables(scope: Scope, list: ts.VariableDeclarationList, next: NodeId): NodeId {
  const isConstant = (list.flags & ts.NodeFlags.Const) !== 0;
  return list.declarations.reduceRight((after, { name, initializer }) => {
    const value = initializer ?? 'nothing';
    const bound = isConstant
      ? lowerBinding(scope, name, after)
      : lowerBinding(scope, name, assigned(scope, name, value, after));
    if (initializer === undefined) return bound;
    const isHeld = ts.isIdentifier(name) && scope.outside(() => isKept(name));
    return isHeld ? lowerKept(scope, initializer, bound) : lowerValue(scope, initializer, bound);
  }, next);
}

/** `using` and `await using`, which has the flag of `const` besides. */
export function isDisposable(list: ts.VariableDeclarationList): boolean {
  return (list.flags & ts.NodeFlags.Using) !== 0;
}
