import { stepsFrom } from '../../summaries/steps-from.ts';
import type { UnitGraph } from '../../summaries/unit-graph.ts';

/** The keys of all steps in work that nobody waits for. */
export function detachedKeys(graph: UnitGraph): ReadonlySet<string> {
  const starts = graph.steps.flatMap((step) => (step.kind === 'detach' ? [step.later] : []));
  return new Set([...stepsFrom(graph, starts)].flatMap((id) => graph.steps[id]?.key ?? []));
}
