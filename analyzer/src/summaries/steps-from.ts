import { successorsOf, type Step, type StepId, type UnitGraph } from './unit-graph.ts';

/** Where a step leads. */
export type Ways = (step: Step) => readonly StepId[];

/** The steps that some steps lead to, themselves included. */
export function stepsFrom(
  { steps }: Pick<UnitGraph, 'steps'>,
  starts: readonly StepId[],
  ways: Ways = successorsOf,
): ReadonlySet<StepId> {
  const found = new Set<StepId>();
  const pending = [...starts];
  for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
    const step = steps[id];
    if (step === undefined || found.has(id)) continue;
    found.add(id);
    pending.push(...ways(step));
  }
  return found;
}

/** Whether a way leads to a step of some kind that does not come by one of those that end the search. */
export function reachesFrom(
  { steps }: Pick<UnitGraph, 'steps'>,
  { from, until }: { readonly from: StepId; readonly until: ReadonlySet<StepId> },
  holds: (step: Step) => boolean,
  ways: Ways = successorsOf,
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
