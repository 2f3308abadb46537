import ts from '../../typescript.ts';
import { lowerBinding } from '../expressions/patterns.ts';
import type { NodeId } from '../flow-graph.ts';
import { type Scope, lowerValue } from '../scope.ts';

export function lowerVariables(scope: Scope, list: ts.VariableDeclarationList, next: NodeId): NodeId {
  return list.declarations.reduceRight((after, { name, initializer }) => {
    const bound = lowerBinding(scope, name, after);
    return initializer === undefined ? bound : lowerValue(scope, initializer, bound);
  }, next);
}

/** `using` and `await using`, which has the flag of `const` besides. */
export function isDisposable(list: ts.VariableDeclarationList): boolean {
  return (list.flags & ts.NodeFlags.Using) !== 0;
}
