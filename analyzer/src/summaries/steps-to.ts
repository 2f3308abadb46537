import type { Ways } from './steps-from.ts';
import { successorsOf, type Step, type StepId, type UnitGraph } from './unit-graph.ts';

interface Search {
  readonly holds: (step: Step) => boolean;
  readonly until?: ReadonlySet<StepId>;
  readonly ways?: Ways;
}

const NOWHERE: ReadonlySet<StepId> = new Set();

/** The steps from which a way leads to a step of some kind that does not come by one of those that end the search. */
export function stepsTo(
  { steps }: Pick<UnitGraph, 'steps'>,
  { holds, until = NOWHERE, ways = successorsOf }: Search,
): ReadonlySet<StepId> {
  const before = predecessors(steps, ways);
  const found = new Set<StepId>();
  const pending = steps.filter(holds).map(({ id }) => id);
  for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
    if (found.has(id) || until.has(id)) continue;
    found.add(id);
    pending.push(...(before[id] ?? []));
  }
  return found;
}

type Predecessors = readonly (readonly StepId[])[];

const known = new WeakMap<readonly Step[], Map<Ways, Predecessors>>();

/** A unit is asked once for each of its effects. */
function predecessors(steps: readonly Step[], ways: Ways): Predecessors {
  const byWays = known.get(steps) ?? new Map<Ways, Predecessors>();
  known.set(steps, byWays);
  const before = byWays.get(ways) ?? predecessorsOf(steps, ways);
  byWays.set(ways, before);
  return before;
}

function predecessorsOf(steps: readonly Step[], ways: Ways): Predecessors {
  const before = steps.map((): StepId[] => []);
  for (const step of steps) for (const next of ways(step)) before[next]?.push(step.id);
  return before;
}
