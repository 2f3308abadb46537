import ts from '../typescript.ts';
import { someNode } from '../program/nodes-in.ts';
import { contains } from '../recognize/contains.ts';
import { fixedName } from '../scopes/fixed-name.ts';
import { normalSuccessors } from '../scopes/reach.ts';
import type { BranchStep, UnitGuard } from '../scopes/unit-guard.ts';
import type { Step, StepId } from '../summaries/unit-graph.ts';
import { MOST_DECIDED, MOST_SHAPES } from './decided.ts';
import type { Focus } from './focus.ts';
import type { UnitModel } from './project.ts';
import { TurnReach } from './turn-reach.ts';

/** A branch that decides alike each time, `steady` also for each of the items that loops around it run through. */
export interface Decisive {
  readonly id: StepId;
  readonly steady: boolean;
}

/**
 * Branches on which it depends whether the unit comes to a step that may fail each time, those that lead to the effect on
 * one side and behind a failure on the other, and those in a loop over items that ask for something else than the item.
 */
export function decisiveBranches(unit: UnitModel, { guards, keys }: Focus): readonly Decisive[] {
  const { graph, conditions } = unit;
  const fails = failsEachTime(guards);
  const failing = graph.steps.some(fails) ? new TurnReach(unit, fails) : undefined;
  const isJudged = ({ key }: Step): boolean => keys.has(key);
  const ahead = new TurnReach(unit, isJudged, normalSuccessors);
  const behindFailures = new TurnReach(unit, isJudged);
  const comesByFailure = ({ id }: BranchStep, away: StepId, towards: StepId): boolean =>
    ahead.comes(towards, id) && !ahead.comes(away, id) && behindFailures.comes(away, id);
  const found = graph.steps.flatMap((step) => {
    if (step.kind !== 'branch' || (conditions.tests.get(step.id)?.kind ?? 'opaque') !== 'opaque') return [];
    const steady = isSteady(unit, step);
    const { whenTrue, whenFalse } = step;
    const leads =
      [whenTrue, whenFalse].some((from) => failing?.comes(from, step.id) === true) ||
      comesByFailure(step, whenTrue, whenFalse) ||
      comesByFailure(step, whenFalse, whenTrue);
    return leads || steady ? [{ id: step.id, steady, leads }] : [];
  });
  return [...found.filter(({ leads }) => leads), ...found.filter(({ leads }) => !leads)].slice(0, MOST_DECIDED);
}

/** `if (order.urgent)` in a loop over the order's items. */
function isSteady({ graph, loops }: UnitModel, { id, node, condition }: BranchStep): boolean {
  const [name] = fixedName(condition)?.split('.') ?? [];
  const around = (loops.around[id] ?? []).filter(({ kind }) => kind === 'items');
  const isOutside = (loop: ts.Node): boolean =>
    contains(loop, node) && !someNode(loop, (at) => isDeclared(at) && at.name.getText() === name);
  return (
    name !== undefined && around.length > 0 && around.every(({ head }) => isOutside(graph.steps[head]?.node ?? node))
  );
}

function isDeclared(node: ts.Node): node is ts.VariableDeclaration | ts.ParameterDeclaration | ts.BindingElement {
  return ts.isVariableDeclaration(node) || ts.isParameter(node) || ts.isBindingElement(node);
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
