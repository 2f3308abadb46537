import type { UnitGuard } from '../scopes/unit-guard.ts';
import type { Step, StepId } from '../summaries/unit-graph.ts';
import { MOST_DECIDED } from './control-transitions.ts';
import { headsAround } from './loops.ts';
import type { UnitModel } from './project.ts';
import { reachesFrom } from './reaches-from.ts';

/** Branches on which it depends whether the unit comes to a step that may fail each time: they decide alike. */
export function decisiveBranches(unit: UnitModel, guards: readonly UnitGuard[]): readonly StepId[] {
  const { graph, conditions, loops } = unit;
  const fails = (step: Step): boolean =>
    (step.kind === 'control' && step.verb === 'begin') ||
    guards.some((guard) => guard.throws && guard.asks.has(step.id));
  const found = graph.steps.filter((step) => {
    if (step.kind !== 'branch' || (conditions.tests.get(step.id)?.kind ?? 'opaque') !== 'opaque') return false;
    const until = headsAround(loops, step.id);
    return [step.whenTrue, step.whenFalse].some((from) => reachesFrom(graph, { from, until }, fails));
  });
  return found.slice(0, MOST_DECIDED).map(({ id }) => id);
}
