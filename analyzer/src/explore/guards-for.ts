import type { GuardBranch, UnitGuard } from '../scopes/unit-guard.ts';
import type { StepId } from '../summaries/unit-graph.ts';
import type { EffectStep } from './effect-step.ts';
import type { UnitModel } from './project.ts';
import { TurnReach } from './turn-reach.ts';

/** Whether a guard keeps an effect from running again. */
export function decides(guard: UnitGuard, keys: ReadonlySet<string>): boolean {
  return [...keys].some((key) => guard.decides.has(key));
}

/** One guard may stand in the way of another; where there are few, all of them are followed. */
const FEW = 4;

/**
 * The guards that are followed for an effect. Those that decide it come first. An insert that throws also changes what
 * runs around it, and in a transaction a claim may take back what ran before it.
 */
export function guardsFor(unit: UnitModel, keys: ReadonlySet<string>, effect: EffectStep): readonly UnitGuard[] {
  const { graph, conditions } = unit;
  const { guards } = conditions;
  const has = (verb: 'begin' | 'db-begin'): boolean =>
    graph.steps.some((step) => step.kind === 'control' && step.verb === verb);
  const isInside = (effect.into === 'database' && has('db-begin')) || (effect.into === 'kafka' && has('begin'));
  const isFollowed = isInside || guards.length <= FEW;
  const ahead = new TurnReach(unit, ({ key }) => keys.has(key));
  const targets = graph.steps.flatMap(({ id, key }) => (keys.has(key) ? [id] : []));
  const bears = (guard: UnitGuard): boolean =>
    guard.throws || targets.some((id) => guard.asks.has(id)) || (isFollowed && isPlain(unit, ahead, guard));
  const deciding = guards.filter((guard) => decides(guard, keys));
  return [...deciding, ...guards.filter((guard) => !decides(guard, keys) && bears(guard))];
}

/** A look-up that lets only those pass whose row is there is one for a row that somebody else has to make. */
function isPlain(unit: UnitModel, ahead: TurnReach, { guard, branches }: UnitGuard): boolean {
  const passes = (branch: GuardBranch): boolean => branch.fresh !== 'unknown' && isOpen(unit, ahead, branch);
  return guard.form !== 'constraint' && branches.length > 0 && branches.every(passes);
}

function isOpen({ graph }: UnitModel, ahead: TurnReach, { step: id, fresh }: GuardBranch): boolean {
  const step = graph.steps[id];
  if (step?.kind !== 'branch') return false;
  const reaches = (from: StepId): boolean => ahead.comes(from, id);
  const [first, again] = fresh === 'whenTrue' ? [step.whenTrue, step.whenFalse] : [step.whenFalse, step.whenTrue];
  return reaches(first) || !reaches(again);
}
