import { successorsOf, type Step, type StepId, type UnitGraph } from '../summaries/unit-graph.ts';

/** The ways on from a step as long as nothing fails. */
export function regularSuccessorsOf(step: Step): readonly StepId[] {
  return 'error' in step ? [step.next] : successorsOf(step);
}

/** Whether a way leads to a step of some kind that does not come by one of those that end the search. */
export function reachesFrom(
  { steps }: UnitGraph,
  { from, until }: { readonly from: StepId; readonly until: ReadonlySet<StepId> },
  holds: (step: Step) => boolean,
  ways: (step: Step) => readonly StepId[] = successorsOf,
): boolean {
  const seen = new Set<StepId>(until);
  const pending = [from];
  for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
    const step = steps[id];
    if (step === undefined || seen.has(id)) continue;
    if (holds(step)) return true;
    seen.add(id);
    pending.push(...ways(step));
  }
  return false;
}
