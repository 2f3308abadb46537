import { successorsOf, type Step, type StepId, type UnitGraph } from '../summaries/unit-graph.ts';

/** Whether some way on from a step, exceptional ones included, comes by one of which this holds. */
export function reachesFrom({ steps }: UnitGraph, from: StepId, holds: (step: Step) => boolean): boolean {
  const seen = new Set<StepId>();
  const pending = [from];
  for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
    const step = steps[id];
    if (step === undefined || seen.has(id)) continue;
    if (holds(step)) return true;
    seen.add(id);
    pending.push(...successorsOf(step));
  }
  return false;
}
