import { successorsOf, type StepId, type UnitGraph } from '../../summaries/unit-graph.ts';

/** The keys of all steps in work that nobody waits for. */
export function detachedKeys(graph: UnitGraph): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const step of graph.steps) {
    if (step.kind === 'detach') for (const key of keysFrom(graph, step.later)) keys.add(key);
  }
  return keys;
}

/** The keys of the steps from one step to the end of detached work. */
function keysFrom(graph: UnitGraph, start: StepId): ReadonlySet<string> {
  const keys = new Set<string>();
  const seen = new Set<StepId>();
  const pending = [start];
  for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
    const step = graph.steps[id];
    if (step === undefined || seen.has(id)) continue;
    seen.add(id);
    keys.add(step.key);
    pending.push(...successorsOf(step));
  }
  return keys;
}
