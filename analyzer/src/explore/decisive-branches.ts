import type { UnitGuard } from '../scopes/unit-guard.ts';
import type { Step, StepId } from '../summaries/unit-graph.ts';
import { MOST_DECIDED, MOST_SHAPES } from './decided.ts';
import type { UnitModel } from './project.ts';
import { TurnReach } from './turn-reach.ts';

/** Branches on which it depends whether the unit comes to a step that may fail each time: they decide alike. */
export function decisiveBranches(unit: UnitModel, guards: readonly UnitGuard[]): readonly StepId[] {
  const { graph, conditions } = unit;
  const fails = failsEachTime(guards);
  if (!graph.steps.some(fails)) return [];
  const failing = new TurnReach(unit, fails);
  const found = graph.steps.filter((step) => {
    if (step.kind !== 'branch' || (conditions.tests.get(step.id)?.kind ?? 'opaque') !== 'opaque') return false;
    return [step.whenTrue, step.whenFalse].some((from) => failing.comes(from, step.id));
  });
  return found.slice(0, MOST_DECIDED).map(({ id }) => id);
}

/** The heads of loops over items that run such a step: they run for the same items. */
export function decisiveLoops({ graph, loops }: UnitModel, guards: readonly UnitGuard[]): readonly StepId[] {
  const failing = graph.steps.filter(failsEachTime(guards));
  const around = new Set(failing.flatMap(({ id }) => loops.around[id] ?? []));
  const found = loops.all.filter((loop) => loop.kind === 'items' && around.has(loop));
  return found.slice(0, MOST_SHAPES).map(({ head }) => head);
}

function failsEachTime(guards: readonly UnitGuard[]): (step: Step) => boolean {
  const asking = guards.filter(({ throws }) => throws).map(({ asks }) => asks);
  return (step) => (step.kind === 'control' && step.verb === 'begin') || asking.some((asks) => asks.has(step.id));
}
