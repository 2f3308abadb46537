import type { UnitGuard } from '../scopes/unit-guard.ts';
import type { StepId } from '../summaries/unit-graph.ts';
import { MOST_DECIDED } from './control-transitions.ts';
import type { UnitModel } from './project.ts';
import { reachesFrom } from './reaches-from.ts';

/** Branches on which it depends whether the unit comes to a step that may fail each time: they decide alike. */
export function decisiveBranches(unit: UnitModel, guards: readonly UnitGuard[]): readonly StepId[] {
  const { graph, conditions } = unit;
  const blocks = (from: StepId): boolean =>
    reachesFrom(
      graph,
      from,
      (step) =>
        (step.kind === 'control' && step.verb === 'begin') ||
        guards.some((guard) => guard.throws && guard.asks.has(step.id)),
    );
  return graph.steps
    .filter((step) => {
      if (step.kind !== 'branch' || (conditions.tests.get(step.id)?.kind ?? 'opaque') !== 'opaque') return false;
      return blocks(step.whenTrue) !== blocks(step.whenFalse);
    })
    .slice(0, MOST_DECIDED)
    .map(({ id }) => id);
}
