import type { Place } from '../facts/place.ts';
import { isInside } from '../scopes/container.ts';
import type { UnitConditions, UnitGuard } from '../scopes/find-guards.ts';
import type { LiveSlots } from '../scopes/live-slots.ts';
import type { ConditionTest } from '../summaries/condition.ts';
import type { Step, StepId, UnitGraph } from '../summaries/unit-graph.ts';
import { effectOf, type EffectStep } from './effect-step.ts';
import { compressed } from './compress.ts';
import type { Action, Delivery, Machine, Move, MoveId } from './machine.ts';

/** What the projection needs to know of a unit. */
export interface UnitModel {
  readonly graph: UnitGraph;
  readonly conditions: UnitConditions;
  readonly delivery: Delivery;
  readonly placeOf: (step: Step) => Place;
}

/** At most this many guards bear on one effect: they are bits of a number. */
const MAX_GUARDS = 15;

/**
 * The unit as far as one effect is concerned: its own steps, the guards that decide it, transactions and positions.
 * Every other effect may fail and nothing else, so that the state stays small and equal moments meet. `shape` may leave
 * steps out that only lead on.
 */
export function project(unit: UnitModel, key: string, shape = compressed): Machine | undefined {
  const { graph, conditions, delivery } = unit;
  const target = graph.steps.find((step) => step.key === key);
  const effect = target === undefined ? undefined : effectOf(target);
  if (target === undefined || effect === undefined) return undefined;
  const guards = conditions.guards.filter((guard) => decides(guard, key)).slice(0, MAX_GUARDS);
  const loops = loopNumbers(graph);
  if (loops.size > 30) return undefined;
  const guardSlots = slotsOfGuards(graph, guards, conditions.live);
  const translate = new Translator(unit, { key, effect, guards, loops, guardSlots });
  const moves = graph.steps.map((step): Move => translate.move(step));
  return {
    entry: graph.entry,
    moves: shape(moves),
    slotMasks: graph.steps.map((step) => conditions.live.maskAt(step.id)),
    delivery,
    target: { label: effect.label, place: unit.placeOf(target), produce: effect.kind === 'produce' },
    guards: guards.map(({ guard }) => ({ label: guard.label, durable: guard.store === 'durable' })),
    movesPosition: graph.steps.some((step) => step.kind === 'control' && POSITIONS.has(step.verb)),
  };
}

const POSITIONS: ReadonlySet<string> = new Set([
  'send-offsets',
  'commit-offsets',
  'commit-offsets-if-necessary',
  'resolve-offset',
]);

/** Whether a guard keeps an effect from running again. */
export function decides(guard: UnitGuard, key: string): boolean {
  return guard.decides.has(key);
}

function slotsOfGuards(graph: UnitGraph, guards: readonly UnitGuard[], live: LiveSlots): ReadonlySet<number> {
  const asked = guards.flatMap(({ branches }) => branches.flatMap(({ step }) => graph.steps[step]?.env ?? []));
  return new Set(
    graph.steps.flatMap((step) => {
      if (step.kind !== 'result') return [];
      const { env } = step;
      const number = live.numberOf(step.slot);
      return number !== undefined && asked.some((inner) => isInside(inner, env)) ? [number] : [];
    }),
  );
}

function loopNumbers(graph: UnitGraph): ReadonlyMap<StepId, number> {
  const heads = graph.steps.filter((step) => step.kind === 'each').map((step) => step.id);
  return new Map(heads.map((id, i) => [id, i]));
}

interface Focus {
  readonly key: string;
  readonly effect: EffectStep;
  readonly guards: readonly UnitGuard[];
  readonly loops: ReadonlyMap<StepId, number>;
  /** Slots that are told inside a function in which a guard is asked. */
  readonly guardSlots: ReadonlySet<number>;
}

class Translator {
  readonly #unit: UnitModel;
  readonly #focus: Focus;

  constructor(unit: UnitModel, focus: Focus) {
    this.#unit = unit;
    this.#focus = focus;
  }

  move(step: Step): Move {
    return { ...this.#action(step), place: this.#unit.placeOf(step), label: labelOf(step) };
  }

  #action(step: Step): Action {
    switch (step.kind) {
      case 'write':
      case 'produce':
        return step.key === this.#focus.key ? this.#target(step) : this.#otherEffect(step);
      case 'read':
        return this.#asked(step.id, step.next) ?? { kind: 'may-fail', next: step.next, error: step.error };
      case 'container':
        return this.#containerAction(step);
      case 'control':
        return controlAction(step);
      case 'branch':
        return this.#branch(step);
      case 'each':
        return { kind: 'each', bit: this.#focus.loops.get(step.id) ?? 0, body: step.body, next: step.next };
      case 'result':
        return this.#tell(step);
      case 'opaque':
        return { kind: 'may-fail', next: step.next, error: step.error };
      case 'choice':
        return { kind: 'go', next: step.next };
      case 'repeat':
      case 'catch':
      case 'pass':
        return { kind: 'go', next: [step.next] };
      case 'exit':
      case 'failure':
        return { kind: step.kind };
    }
  }

  #tell({ slot, value, next }: Step & { readonly kind: 'result' }): Action {
    const number = this.#unit.conditions.live.numberOf(slot);
    return number === undefined ? { kind: 'go', next: [next] } : { kind: 'tell', slot: number, value, next };
  }

  #target(step: Step & { readonly kind: 'write' | 'produce' }): Action {
    const { effect } = this.#focus;
    // A record under a unique key is applied once, whatever else happens to it.
    const own = this.#focus.guards.some((guard) => guard.throws && guard.asks.has(step.id));
    const repeat = own || effect.repeat === 'keep' ? 'keep' : 'count';
    const guard = this.#focus.guards.findIndex((g) => g.guard.form === 'check' && g.records.has(step.id));
    const target = { kind: 'target', repeat, into: effect.into, next: step.next, error: step.error } as const;
    return guard < 0 ? target : { ...target, records: guard };
  }

  #otherEffect(step: Step & { readonly kind: 'write' | 'produce' }): Action {
    const { next, error } = step;
    const guard = this.#focus.guards.findIndex(({ asks }) => asks.has(step.id));
    const asked = this.#focus.guards[guard];
    if (asked !== undefined) return { kind: 'claim', guard, next, error, ...(asked.throws ? { taken: error } : {}) };
    const recording = this.#focus.guards.findIndex(({ records }) => records.has(step.id));
    if (recording >= 0) return { kind: 'record', guard: recording, durable: true, next, error };
    return { kind: 'may-fail', next, error };
  }

  #asked(id: StepId, next: StepId): Action | undefined {
    const guard = this.#focus.guards.findIndex(({ asks }) => asks.has(id));
    return guard < 0 ? undefined : { kind: 'sample', guard, next };
  }

  #containerAction(step: Step & { readonly kind: 'container' }): Action {
    const { next } = step;
    const asked = this.#focus.guards.findIndex(({ asks }) => asks.has(step.id));
    if (asked >= 0) return { kind: 'sample', guard: asked, next };
    const recording = this.#focus.guards.findIndex(({ records }) => records.has(step.id));
    if (recording >= 0) return { kind: 'record', guard: recording, durable: false, next, error: next };
    return { kind: 'go', next: [next] };
  }

  #branch(step: Step & { readonly kind: 'branch' }): Action {
    const { whenTrue, whenFalse } = step;
    const guard = this.#focus.guards.findIndex(({ branches }) => branches.some((branch) => branch.step === step.id));
    if (guard >= 0) return this.#guardBranch(step, guard);
    const test: ConditionTest = this.#unit.conditions.tests.get(step.id) ?? { kind: 'opaque', local: false };
    if (test.kind === 'constant') return { kind: 'go', next: [test.value ? whenTrue : whenFalse] };
    if (test.kind === 'active') {
      return test.positive
        ? { kind: 'active', whenTrue, whenFalse }
        : { kind: 'active', whenTrue: whenFalse, whenFalse: whenTrue };
    }
    const slot = test.kind === 'slot' ? this.#unit.conditions.live.numberOf(test.slot) : undefined;
    if (test.kind === 'slot' && slot !== undefined) {
      return test.positive ? this.#ask(slot, whenTrue, whenFalse) : this.#ask(slot, whenFalse, whenTrue);
    }
    return this.#turn(whenTrue, whenFalse);
  }

  /** A helper's answer that no guard had a part in is the message's own data. */
  #ask(slot: number, whenTrue: MoveId, whenFalse: MoveId): Action {
    const { reach } = this.#unit.conditions;
    const own = !this.#focus.guardSlots.has(slot);
    const lost = (side: MoveId): boolean => own && !reach.reaches(side, this.#focus.key);
    return { kind: 'ask', slot, whenTrue, whenFalse, awayIfTrue: lost(whenTrue), awayIfFalse: lost(whenFalse) };
  }

  #turn(whenTrue: MoveId, whenFalse: MoveId): Action {
    const { reach } = this.#unit.conditions;
    const onTrue = reach.reaches(whenTrue, this.#focus.key);
    const onFalse = reach.reaches(whenFalse, this.#focus.key);
    if (onTrue === onFalse) return { kind: 'go', next: [whenTrue, whenFalse] };
    return onTrue
      ? { kind: 'turn', towards: whenTrue, away: whenFalse }
      : { kind: 'turn', towards: whenFalse, away: whenTrue };
  }

  #guardBranch(step: Step & { readonly kind: 'branch' }, guard: number): Action {
    const branch = this.#focus.guards[guard]?.branches.find((b) => b.step === step.id);
    const { whenTrue, whenFalse } = step;
    const decision = this.#focus.guards[guard]?.decides.get(this.#focus.key);
    const byField = decision !== 'presence';
    if (branch === undefined || (branch.fresh === 'unknown' && !byField)) return this.#turn(whenTrue, whenFalse);
    // What the record says decides, so the record is there.
    if (byField && branch.fresh !== 'unknown')
      return { kind: 'go', next: [branch.fresh === 'whenTrue' ? whenFalse : whenTrue] };
    const freshIsTrue = branch.fresh === 'unknown' ? decision === 'fresh-if-true' : branch.fresh === 'whenTrue';
    return freshIsTrue
      ? { kind: 'test', guard, fresh: step.whenTrue, recorded: step.whenFalse }
      : { kind: 'test', guard, fresh: step.whenFalse, recorded: step.whenTrue };
  }
}

function controlAction(step: Step & { readonly kind: 'control' }): Action {
  const { verb, next, error } = step;
  switch (verb) {
    case 'begin':
    case 'commit':
    case 'abort':
    case 'send-offsets':
      return { kind: 'transaction', verb, next, error };
    case 'escape':
      return { kind: 'transaction', verb: 'send-offsets', next, error };
    case 'db-begin':
      return { kind: 'database', verb: 'begin', next, error };
    case 'db-commit':
      return { kind: 'database', verb: 'commit', next, error };
    case 'db-rollback':
      return { kind: 'database', verb: 'rollback', next, error };
    case 'commit-offsets':
      return { kind: 'position', how: 'commit', next, error };
    case 'commit-offsets-if-necessary':
      return step.hasArgument ? { kind: 'position', how: 'commit', next, error } : { kind: 'go', next: [next] };
    case 'resolve-offset':
      return { kind: 'position', how: 'resolve', next, error };
    case 'is-active':
    case 'seek':
      return { kind: 'go', next: [next] };
  }
}

/** What a trace calls a step. */
export function labelOf(step: Step): string {
  switch (step.kind) {
    case 'write':
      return step.write.label;
    case 'produce':
      return step.produce.label;
    case 'read':
      return step.read.label;
    case 'control':
      return CONTROL_LABELS[step.verb];
    default:
      return 'a step before';
  }
}

const CONTROL_LABELS: Readonly<Record<(Step & { readonly kind: 'control' })['verb'], string>> = {
  begin: 'the begin of the transaction',
  commit: 'the commit of the transaction',
  abort: 'the abort of the transaction',
  'send-offsets': 'sendOffsets',
  'is-active': 'isActive',
  'commit-offsets': 'the offset commit',
  'commit-offsets-if-necessary': 'the offset commit',
  'resolve-offset': 'resolveOffset',
  seek: 'seek',
  escape: 'a function that gets the transaction',
  'db-begin': 'the begin of the database transaction',
  'db-commit': 'the commit of the database transaction',
  'db-rollback': 'the rollback of the database transaction',
};
