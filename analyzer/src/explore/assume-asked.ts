import type ts from 'typescript';
import { normalSuccessors } from '../scopes/reach.ts';
import type { BranchStep, UnitGuard } from '../scopes/unit-guard.ts';
import { isTied } from '../scopes/tie-repeated.ts';
import { enclosingFunction } from '../recognize/source-index.ts';
import { stepsFrom } from '../summaries/steps-from.ts';
import { successorsOf, type Step, type StepId } from '../summaries/unit-graph.ts';
import { asksAbout } from '../scopes/asks-about.ts';
import { decides } from './guards-for.ts';
import type { Move } from './machine.ts';
import type { UnitModel } from './project.ts';
import { TurnReach } from './turn-reach.ts';

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
  const deciding = guards.filter((guard) => decides(guard, keys)).map((guard) => askedOf(unit, guard));
  if (deciding.length === 0) return moves;
  const effect = new TurnReach(unit, ({ key }) => keys.has(key), normalSuccessors);
  const branches = unit.graph.steps.filter((step): step is BranchStep => isOpen(unit, step));
  const taken = new Map<StepId, boolean>();
  for (const branch of branches) {
    const truth = deciding.map((asked) => sideAsking(unit, effect, asked, branch)).find((side) => side !== undefined);
    if (truth === undefined) continue;
    for (const same of branches.filter((other) => asksTheSame(branch, other))) taken.set(same.id, truth);
  }
  return moves.map((move, id): Move => {
    const step = unit.graph.steps[id];
    const { place, label } = move;
    if (step?.kind === 'choice') {
      const next = deciding.reduce((ways, asked) => waysAsking(effect, asked, step, ways), step.next);
      return next === step.next ? move : { kind: 'go', next, place, label };
    }
    const truth = taken.get(id);
    if (truth === undefined || step?.kind !== 'branch') return move;
    return { kind: 'go', next: [truth ? step.whenTrue : step.whenFalse], place, label };
  });
}

/** A guard, the steps that ask it, what comes to them if nothing fails, and what runs before it was asked. */
interface Asked {
  readonly steps: readonly Step[];
  readonly reach: TurnReach;
  readonly before: ReadonlySet<StepId>;
}

function askedOf(unit: UnitModel, { asks }: UnitGuard): Asked {
  const isAsking = ({ id }: Step): boolean => asks.has(id);
  return {
    steps: unit.graph.steps.filter(isAsking),
    reach: new TurnReach(unit, isAsking, normalSuccessors),
    before: stepsFrom(unit.graph, [unit.graph.entry], (step) => (isAsking(step) ? [] : successorsOf(step))),
  };
}

function waysAsking(effect: TurnReach, asked: Asked, { id }: Step, ways: readonly StepId[]): readonly StepId[] {
  const asking = ways.filter((from) => asked.reach.comes(from, id));
  const others = ways.filter((from) => !asking.includes(from));
  return asking.length > 0 && others.every((from) => effect.comes(from, id)) ? asking : ways;
}

/** A branch that nothing but the message's own data decides. */
function isOpen({ conditions, loops }: UnitModel, step: Step): step is BranchStep {
  if (step.kind !== 'branch' || loops.all.some(({ head }) => head === step.id)) return false;
  if (conditions.guards.some(({ branches }) => branches.some((branch) => branch.step === step.id))) return false;
  const test = conditions.tests.get(step.id);
  return test === undefined || test.kind === 'opaque' || isTied(test);
}

/** The side on which a guard is asked, when the other one comes to the effect without it. */
function sideAsking(unit: UnitModel, effect: TurnReach, asked: Asked, branch: BranchStep): boolean | undefined {
  const { id, whenTrue, whenFalse, condition } = branch;
  // Behind it a guard can only be asked again, by what tries again: that is no reason to take the side that fails.
  if (!asked.before.has(id)) return undefined;
  const isAboutId = asked.steps.some((step) => asksAbout(condition, step));
  if (!isAboutId && unit.provenanceOf(branch).message) return undefined;
  const isAsked = { whenTrue: asked.reach.comes(whenTrue, id), whenFalse: asked.reach.comes(whenFalse, id) };
  if (isAsked.whenTrue === isAsked.whenFalse) return undefined;
  return effect.comes(isAsked.whenTrue ? whenFalse : whenTrue, id) ? isAsked.whenTrue : undefined;
}

function asksTheSame(a: BranchStep, b: BranchStep): boolean {
  return a === b || (a.test === b.test && a.env === b.env && textIn(a.condition) === textIn(b.condition));
}

function textIn(condition: ts.Expression): string {
  return `${String(enclosingFunction(condition)?.pos)} ${condition.getText()}`;
}
