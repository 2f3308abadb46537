import ts from '../../typescript.ts';
import { branch } from '../expressions/conditions.ts';
import type { NodeId } from '../flow-graph.ts';
import { type Scope, lowerValue } from '../scope.ts';
import { lowerStatements } from './block.ts';

export function lowerIf(scope: Scope, node: ts.IfStatement, next: NodeId): NodeId {
  const whenFalse = node.elseStatement ? scope.lower.statement(scope, node.elseStatement, next) : next;
  const whenTrue = scope.lower.statement(scope, node.thenStatement, next);
  return scope.lower.condition(scope, node.expression, whenTrue, whenFalse);
}

/** The cases are compared in order; the default is taken when all are through, wherever it stands. */
export function lowerSwitch(scope: Scope, node: ts.SwitchStatement, next: NodeId): NodeId {
  const inner: Scope = {
    ...scope,
    target: { labels: [], anonymous: true, onBreak: next, cleanup: scope.cleanup, outer: scope.target },
  };
  const { clauses } = node.caseBlock;
  const bodies = lowerBodies(inner, clauses, next);
  const fallback = clauses.findIndex(ts.isDefaultClause);
  const tests = clauses.reduceRight((otherwise, clause, index) => {
    if (!ts.isCaseClause(clause)) return otherwise;
    const test = branch(inner, clause.expression, 'truthy', bodies[index] ?? next, otherwise);
    return lowerValue(inner, clause.expression, test);
  }, bodies[fallback] ?? next);
  return lowerValue(scope, node.expression, tests);
}

/** The entry of each clause; one without a jump at its end falls through to the following. */
function lowerBodies(scope: Scope, clauses: readonly ts.CaseOrDefaultClause[], next: NodeId): readonly NodeId[] {
  let following = next;
  return clauses
    .toReversed()
    .map(({ statements }) => (following = lowerStatements(scope, statements, following)))
    .reverse();
}
