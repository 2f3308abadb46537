import ts from '../typescript.ts';
import { someNode } from '../program/nodes-in.ts';
import { contains } from '../recognize/contains.ts';
import { fixedName } from '../scopes/fixed-name.ts';
import { normalSuccessors } from '../scopes/reach.ts';
import type { BranchStep, UnitGuard } from '../scopes/unit-guard.ts';
import { stepsFrom } from '../summaries/steps-from.ts';
import type { Step, StepId } from '../summaries/unit-graph.ts';
import { MOST_DECIDED, MOST_SHAPES } from './decided.ts';
import type { Focus } from './focus.ts';
import { headsAround } from './loops.ts';
import type { UnitModel } from './project.ts';
import { TurnReach } from './turn-reach.ts';

/**
 * A branch that decides alike each time, `steady` also for each of the items that loops around it run through. Copies of
 * it that ask the message alone, as a retry makes them, are one.
 */
export interface Decisive {
  readonly ids: ReadonlySet<StepId>;
  readonly steady: boolean;
}

/**
 * Branches on which it depends whether the unit comes to a step that may fail each time; those that ask the message alone,
 * and lead to the effect on one side and behind a failure on the other, or are unlike; and those in a loop over items that
 * ask for something else than the item. `ahead`: what leads to the effect while nothing fails.
 */
export function decisiveBranches(unit: UnitModel, focus: Focus, ahead: TurnReach): readonly Decisive[] {
  const asks = asksMessage(unit);
  const decides = [
    failsOnOneSide(unit, focus.guards),
    both(asks, comesByFailure(unit, focus, ahead)),
    both(asks, isUnlike(unit, focus, ahead)),
  ];
  const found = unit.graph.steps.flatMap((step) => {
    if (step.kind !== 'branch' || (unit.conditions.tests.get(step.id)?.kind ?? 'opaque') !== 'opaque') return [];
    const rank = decides.findIndex((isDecisive) => isDecisive(step));
    const steady = isSteady(unit, step);
    return rank >= 0 || steady ? [{ step, steady, rank: rank >= 0 ? rank : decides.length }] : [];
  });
  const chosen: Decisive[] = [];
  for (const { step, steady } of found.toSorted((a, b) => a.rank - b.rank)) {
    if (chosen.length === MOST_DECIDED) break;
    if (chosen.some(({ ids }) => ids.has(step.id))) continue;
    chosen.push({ ids: asks(step) ? copiesOf(unit, step) : new Set([step.id]), steady });
  }
  return chosen;
}

function copiesOf({ graph }: UnitModel, { key, test }: BranchStep): ReadonlySet<StepId> {
  const copies = graph.steps.filter((step) => step.kind === 'branch' && step.key === key && step.test === test);
  return new Set(copies.map(({ id }) => id));
}

type IsDecisive = (branch: BranchStep) => boolean;

function both(one: IsDecisive, other: IsDecisive): IsDecisive {
  return (branch) => one(branch) && other(branch);
}

/** It asks for nothing that may be another the next time. */
function asksMessage({ provenanceOf }: UnitModel): IsDecisive {
  return (branch) => {
    const { stability, message } = provenanceOf(branch);
    return message && stability === 'stable';
  };
}

function failsOnOneSide(unit: UnitModel, guards: readonly UnitGuard[]): IsDecisive {
  const fails = failsEachTime(guards);
  if (!unit.graph.steps.some(fails)) return () => false;
  const failing = new TurnReach(unit, fails);
  return ({ id, whenTrue, whenFalse }) => failing.comes(whenTrue, id) || failing.comes(whenFalse, id);
}

/** What is not done for a message unless something fails is not done the next time either. */
function comesByFailure(unit: UnitModel, { keys }: Focus, ahead: TurnReach): IsDecisive {
  const behindFailures = new TurnReach(unit, ({ key }) => keys.has(key));
  const isMissed = (id: StepId, away: StepId, towards: StepId): boolean =>
    ahead.comes(towards, id) && !ahead.comes(away, id) && behindFailures.comes(away, id);
  return ({ id, whenTrue, whenFalse }) => isMissed(id, whenTrue, whenFalse) || isMissed(id, whenFalse, whenTrue);
}

/**
 * One side asks a guard, moves the position or settles a transaction, the other one does not. Where that other one does
 * not lead to the effect either, a delivery that takes it is as good as none.
 */
function isUnlike(unit: UnitModel, { guards }: Focus, ahead: TurnReach): IsDecisive {
  const bears = ({ id, kind }: Step): boolean =>
    kind === 'control' || guards.some(({ asks, records }) => asks.has(id) || records.has(id));
  const isIdle = (from: StepId, id: StepId, bearing: readonly Step[]): boolean =>
    bearing.length === 0 && !ahead.comes(from, id);
  return ({ id, whenTrue, whenFalse }) => {
    const one = aheadOf(unit, whenTrue, id).filter(bears);
    const other = aheadOf(unit, whenFalse, id).filter(bears);
    if (isIdle(whenTrue, id, one) || isIdle(whenFalse, id, other)) return false;
    return one.length !== other.length || one.some((step) => !other.includes(step));
  };
}

/** The steps that follow in the same turn of the loops around a branch while nothing fails. */
function aheadOf({ graph, loops }: UnitModel, from: StepId, branch: StepId): readonly Step[] {
  const heads = headsAround(loops, branch);
  const ways = (step: Step): readonly StepId[] => normalSuccessors(step).filter((next) => !heads.has(next));
  return [...stepsFrom(graph, [from], ways)].flatMap((id) => graph.steps[id] ?? []);
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
