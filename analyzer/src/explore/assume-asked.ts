import type ts from 'typescript';
import { normalSuccessors } from '../scopes/reach.ts';
import type { BranchStep, UnitGuard } from '../scopes/unit-guard.ts';
import { isTied } from '../scopes/tie-repeated.ts';
import { enclosingFunction } from '../recognize/source-index.ts';
import { reachesFrom } from '../summaries/steps-from.ts';
import type { Step, StepId } from '../summaries/unit-graph.ts';
import { asksAbout } from '../scopes/asks-about.ts';
import { decides } from './guards-for.ts';
import { headsAround } from './loops.ts';
import type { Move } from './machine.ts';
import type { UnitModel } from './project.ts';

/**
 * A guard that is asked only when the message has an id is judged for messages that have one, and a guard that can be
 * switched off for processes in which it is on; a guard for urgent messages only is none for the others. Where one side
 * of a branch comes to the guard and the other one to the effect alone, the first is taken, and so is the same side
 * wherever the function asks the same again. Of several functions that a call may reach, those that ask are taken.
 */
export function assumingAsked(
  unit: UnitModel,
  keys: ReadonlySet<string>,
  guards: readonly UnitGuard[],
  moves: readonly Move[],
): readonly Move[] {
  const deciding = guards.filter((guard) => decides(guard, keys));
  if (deciding.length === 0) return moves;
  const branches = unit.graph.steps.filter((step): step is BranchStep => isOpen(unit, step));
  const taken = new Map<StepId, boolean>();
  for (const branch of branches) {
    const truth = deciding.map((guard) => sideAsking(unit, keys, guard, branch)).find((side) => side !== undefined);
    if (truth === undefined) continue;
    for (const same of branches.filter((other) => asksTheSame(branch, other))) taken.set(same.id, truth);
  }
  return moves.map((move, id): Move => {
    const step = unit.graph.steps[id];
    const { place, label } = move;
    if (step?.kind === 'choice') {
      const next = deciding.reduce((ways, guard) => waysAsking(unit, keys, guard, step, ways), step.next);
      return next === step.next ? move : { kind: 'go', next, place, label };
    }
    const truth = taken.get(id);
    if (truth === undefined || step?.kind !== 'branch') return move;
    return { kind: 'go', next: [truth ? step.whenTrue : step.whenFalse], place, label };
  });
}

function waysAsking(
  unit: UnitModel,
  keys: ReadonlySet<string>,
  guard: UnitGuard,
  step: Step,
  ways: readonly StepId[],
): readonly StepId[] {
  const comes = comingFrom(unit, step);
  const asking = ways.filter((from) => comes(from, ({ id }) => guard.asks.has(id)));
  const others = ways.filter((from) => !asking.includes(from));
  return asking.length > 0 && others.every((from) => comes(from, ({ key }) => keys.has(key))) ? asking : ways;
}

/** Whether a way on, in the same turn of the loops around a step, comes to some step if nothing fails. */
function comingFrom({ graph, loops }: UnitModel, { id }: Step) {
  const until = headsAround(loops, id);
  return (from: StepId, holds: (step: Step) => boolean): boolean =>
    reachesFrom(graph, { from, until }, holds, normalSuccessors);
}

/** A branch that nothing but the message's own data decides. */
function isOpen({ conditions, loops }: UnitModel, step: Step): step is BranchStep {
  if (step.kind !== 'branch' || loops.all.some(({ head }) => head === step.id)) return false;
  if (conditions.guards.some(({ branches }) => branches.some((branch) => branch.step === step.id))) return false;
  const test = conditions.tests.get(step.id);
  return test === undefined || test.kind === 'opaque' || isTied(test);
}

/** The side on which a guard is asked, when the other one comes to the effect without it. */
function sideAsking(
  unit: UnitModel,
  keys: ReadonlySet<string>,
  guard: UnitGuard,
  branch: BranchStep,
): boolean | undefined {
  const { whenTrue, whenFalse, condition } = branch;
  const isAboutId = unit.graph.steps.some((step) => guard.asks.has(step.id) && asksAbout(condition, step));
  if (!isAboutId && unit.isOfMessage(branch)) return undefined;
  const comes = comingFrom(unit, branch);
  const asks = (from: StepId): boolean => comes(from, (step) => guard.asks.has(step.id));
  const isAsked = { whenTrue: asks(whenTrue), whenFalse: asks(whenFalse) };
  if (isAsked.whenTrue === isAsked.whenFalse) return undefined;
  const around = isAsked.whenTrue ? whenFalse : whenTrue;
  return comes(around, ({ key }) => keys.has(key)) ? isAsked.whenTrue : undefined;
}

function asksTheSame(a: BranchStep, b: BranchStep): boolean {
  return a === b || (a.test === b.test && a.env === b.env && textIn(a.condition) === textIn(b.condition));
}

function textIn(condition: ts.Expression): string {
  return `${String(enclosingFunction(condition)?.pos)} ${condition.getText()}`;
}
