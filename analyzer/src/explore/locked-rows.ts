import type { UnitGuard } from '../scopes/unit-guard.ts';
import type { Step, UnitGraph } from '../summaries/unit-graph.ts';
import { isOutside } from './effect-step.ts';

/**
 * The keys of the statements that take a row for themselves as long as the transaction of the database lasts: a process
 * that took over waits there, and then finds what its predecessor has left. Those that a guard is about are followed with
 * the guard.
 */
export function lockedRows(graph: UnitGraph, guards: readonly UnitGuard[]): readonly string[] {
  const hasTransaction = graph.steps.some((step) => step.kind === 'control' && step.verb === 'db-begin');
  if (!hasTransaction) return [];
  const isKnown = ({ id }: Step): boolean =>
    guards.some(({ asks, records, forgets }) => asks.has(id) || records.has(id) || forgets.has(id));
  return [...new Set(graph.steps.flatMap((step) => (takesRow(step) && !isKnown(step) ? [step.key] : [])))];
}

function takesRow(step: Step): boolean {
  if (step.kind !== 'write' || isOutside(step.write)) return false;
  const { claims, locks, repeatability } = step.write;
  return locks === true || (claims && ['idempotent', 'keyed'].includes(repeatability.kind));
}
