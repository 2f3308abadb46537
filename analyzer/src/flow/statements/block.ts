import ts from '../../typescript.ts';
import { createCleanup } from '../cleanup.ts';
import type { NodeId } from '../flow-graph.ts';
import type { Scope } from '../scope.ts';
import { isDisposable, lowerVariables } from './variables.ts';

export function lowerBlock(scope: Scope, block: ts.Block, next: NodeId): NodeId {
  return lowerStatements(scope, block.statements, next);
}

/** Statements one after the other; what stands behind a jump is not lowered. */
export function lowerStatements(scope: Scope, statements: readonly ts.Statement[], next: NodeId): NodeId {
  const jump = statements.findIndex(isJump);
  const reached = jump < 0 ? statements : statements.slice(0, jump + 1);
  return lowerReached(scope, reached, 0, next);
}

function lowerReached(scope: Scope, statements: readonly ts.Statement[], from: number, next: NodeId): NodeId {
  const using = statements.findIndex((each, index) => index >= from && usedResources(each) !== undefined);
  const resources = using < 0 ? undefined : usedResources(statements[using]);
  if (resources === undefined) return lowerInOrder(scope, statements.slice(from), next);
  const rest = lowerWithDisposal(scope, resources, next, (inner, after) =>
    lowerReached(inner, statements, using + 1, after),
  );
  return lowerInOrder(scope, statements.slice(from, using), lowerVariables(scope, resources, rest));
}

function lowerInOrder(scope: Scope, statements: readonly ts.Statement[], next: NodeId): NodeId {
  return statements.reduceRight((after, statement) => scope.lower.statement(scope, statement, after), next);
}

function usedResources(statement: ts.Statement | undefined): ts.VariableDeclarationList | undefined {
  if (statement === undefined || !ts.isVariableStatement(statement)) return undefined;
  return isDisposable(statement.declarationList) ? statement.declarationList : undefined;
}

/** The rest of a block behind `using`: on every way out of it, something is called that the syntax does not show. */
function lowerWithDisposal(
  scope: Scope,
  resources: ts.VariableDeclarationList,
  next: NodeId,
  lowerRest: (scope: Scope, next: NodeId) => NodeId,
): NodeId {
  const cleanup = createCleanup(scope, resources, (inner, after) =>
    inner.nodes.add({ kind: 'opaque', of: resources, next: after, error: scope.error }),
  );
  return lowerRest({ ...scope, error: cleanup.through(scope.error), cleanup }, cleanup.through(next));
}

function isJump(node: ts.Statement): boolean {
  return (
    ts.isReturnStatement(node) || ts.isThrowStatement(node) || ts.isBreakStatement(node) || ts.isContinueStatement(node)
  );
}
