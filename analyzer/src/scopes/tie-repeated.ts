import type { ConditionTest } from '../summaries/condition.ts';
import type { StepId, UnitGraph } from '../summaries/unit-graph.ts';
import { fixedName } from './fixed-name.ts';

function isFixed(test: ConditionTest | undefined): boolean {
  return test?.kind === 'opaque' && !test.local;
}

const TIED = 'condition ';

/** Whether a condition asks for a constant that others ask for as well. */
export function isTied(test: ConditionTest): boolean {
  return test.kind === 'slot' && test.slot.startsWith(TIED);
}

/** A constant that is asked twice answers the same twice. */
export function tieRepeated(graph: UnitGraph, tests: Map<StepId, ConditionTest>): void {
  const groups = new Map<string, StepId[]>();
  for (const step of graph.steps) {
    if (step.kind !== 'branch' || step.test !== 'truthy' || !isFixed(tests.get(step.id))) continue;
    const name = fixedName(step.condition);
    if (name === undefined) continue;
    const key = `${TIED}${name}@${String(step.env?.id ?? 0)}`;
    groups.set(key, [...(groups.get(key) ?? []), step.id]);
  }
  for (const [slot, steps] of groups) {
    const places = new Set(steps.map((id) => graph.steps[id]?.node));
    if (places.size > 1) for (const id of steps) tests.set(id, { kind: 'slot', slot, positive: true });
  }
}
