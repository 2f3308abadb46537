import type { Step, StepId, UnitGraph } from '../summaries/unit-graph.ts';

/** The catch that an exception reaches, behind the rollback of a transaction that a library runs. */
export function catchOf(graph: UnitGraph, error: StepId): (Step & { readonly kind: 'catch' }) | undefined {
  let step = graph.steps[error];
  while (step?.kind === 'control' && step.verb === 'db-rollback') step = graph.steps[step.next];
  return step?.kind === 'catch' ? step : undefined;
}
