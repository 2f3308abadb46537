import type ts from 'typescript';
import { createCleanup } from '../cleanup.ts';
import { lowerBinding } from '../expressions/patterns.ts';
import type { NodeId } from '../flow-graph.ts';
import type { Scope } from '../scope.ts';
import { lowerBlock } from './block.ts';

export function lowerTry(scope: Scope, node: ts.TryStatement, next: NodeId): NodeId {
  const { tryBlock, catchClause, finallyBlock } = node;
  if (finallyBlock === undefined) return lowerCaught(scope, tryBlock, catchClause, next);
  const cleanup = createCleanup(scope, finallyBlock, (inner, after) =>
    inner.nodes.add({ kind: 'finally', block: finallyBlock, next: lowerBlock(inner, finallyBlock, after) }),
  );
  const inner: Scope = { ...scope, error: cleanup.through(scope.error), cleanup };
  return lowerCaught(inner, tryBlock, catchClause, cleanup.through(next));
}

function lowerCaught(scope: Scope, block: ts.Block, clause: ts.CatchClause | undefined, next: NodeId): NodeId {
  if (clause === undefined) return lowerBlock(scope, block, next);
  const handler = lowerBlock(scope, clause.block, next);
  const variable = clause.variableDeclaration;
  const bound = variable === undefined ? handler : lowerBinding(scope, variable.name, handler);
  const error = scope.nodes.add({ kind: 'catch', clause, next: bound });
  return lowerBlock({ ...scope, error }, block, next);
}
