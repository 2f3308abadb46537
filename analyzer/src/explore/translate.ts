import type { ConditionTest } from '../summaries/condition.ts';
import { normalSuccessors } from '../scopes/reach.ts';
import type { Decision } from '../scopes/guarded-effects.ts';
import { stepsTo } from '../summaries/steps-to.ts';
import type { Step, StepId } from '../summaries/unit-graph.ts';
import { answered, localOf } from './answered-ways.ts';
import { containerAction } from './container-action.ts';
import { controlAction } from './control-action.ts';
import { decisiveBranches, decisiveLoops, type Decisive } from './decisive-branches.ts';
import { effectOf, isAborting, isOutside, quietly, type EffectStep } from './effect-step.ts';
import type { Focus } from './focus.ts';
import { isAnotherTurn } from './loop-condition.ts';
import { quits, type Loop } from './loops.ts';
import { thatReachCommit } from './reaches-commit.ts';
import type { Action, Move, MoveId, Side } from './machine.ts';
import type { UnitModel } from './project.ts';
import { recordAction } from './record-action.ts';
import { askedBeside, recordsBeside } from './records-beside.ts';
import { staleAction } from './stale-action.ts';
import { labelOf } from './step-label.ts';
import { TurnReach } from './turn-reach.ts';

/** The steps of a unit as moves, one for one. */
export function translated(unit: UnitModel, focus: Focus): readonly Move[] {
  const translator = new Translator(unit, focus);
  return unit.graph.steps.map((step): Move => translator.move(step));
}

type BranchStep = Step & { readonly kind: 'branch' };
type Sides = Pick<BranchStep, 'id' | 'whenTrue' | 'whenFalse'>;

class Translator {
  readonly #unit: UnitModel;
  readonly #decisive: readonly Decisive[];
  readonly #shapes: readonly StepId[];
  readonly #focus: Focus;
  readonly #loops: ReadonlyMap<StepId, Loop>;
  readonly #committing: ReadonlySet<StepId> | undefined;
  readonly #ahead: TurnReach;
  #bearing: ReadonlySet<StepId> | undefined;

  constructor(unit: UnitModel, focus: Focus) {
    this.#unit = unit;
    this.#focus = focus;
    this.#shapes = decisiveLoops(unit, focus.guards);
    this.#loops = new Map(unit.loops.all.map((loop) => [loop.head, loop]));
    this.#committing = thatReachCommit(unit.graph, unit.loops, focus.effect.into);
    this.#ahead = new TurnReach(unit, ({ key }) => focus.keys.has(key), normalSuccessors);
    this.#decisive = decisiveBranches(unit, focus, this.#ahead);
  }

  move(step: Step): Move {
    const move = { ...this.#action(step), place: this.#unit.placeOf(step), label: labelOf(step) };
    const aborting = isAborting(step) ? { aborting: true as const } : undefined;
    const outside = step.kind === 'write' && isOutside(step.write) ? { outside: true as const } : undefined;
    return aborting === undefined && outside === undefined ? move : { ...move, ...aborting, ...outside };
  }

  #action(step: Step): Action {
    const loop = this.#loops.get(step.id);
    if (loop !== undefined) return this.#loop(loop);
    switch (step.kind) {
      case 'write':
      case 'produce':
        return this.#focus.keys.has(step.key) ? this.#target(step) : this.#otherEffect(step);
      case 'read':
        return this.#read(step);
      case 'container':
        return containerAction(this.#focus.guards, step);
      case 'control':
        return controlAction(this.#unit, step);
      case 'branch':
        return this.#branch(step);
      case 'result':
        return this.#tell(step);
      case 'number':
        return this.#number(step);
      case 'opaque':
        return { kind: 'may-fail', next: step.next, error: step.error };
      case 'choice':
        return this.#choice(step);
      case 'detach':
        return this.#detach(step);
      case 'exit':
      case 'failure':
      case 'settled':
        return { kind: step.kind };
      default:
        return { kind: 'go', next: [step.next] };
    }
  }

  #loop({ head, kind, together, bit, body, next }: Loop): Action {
    if (kind === 'batch') return { kind: 'batch', ...(together === true ? { bit } : {}), body, next };
    const shape = this.#shapes.indexOf(head);
    const holds = this.#focus.holding.has(head);
    return { kind: 'each', bit, holds, ...(shape < 0 ? {} : { shape }), body, next };
  }

  /** Work in which the effect has no part is as good as never done. */
  #detach({ now, later, maybe, next }: Step & { readonly kind: 'detach' }): Action {
    this.#bearing ??= stepsTo(this.#unit.graph, { holds: (step) => this.#bears(step) });
    return this.#bearing.has(later) ? { kind: 'detach', now, later, maybe, next } : { kind: 'go', next: [next] };
  }

  #bears(step: Step): boolean {
    const { keys, guards } = this.#focus;
    if (keys.has(step.key) || step.kind === 'control') return true;
    return guards.some(
      ({ asks, records, forgets }) => asks.has(step.id) || records.has(step.id) || forgets.has(step.id),
    );
  }

  #tell({ id, slot, value, next }: Step & { readonly kind: 'result' }): Action {
    const { live, answers } = this.#unit.conditions;
    const number = live.numberOf(slot);
    if (number === undefined) return { kind: 'go', next: [next] };
    const repeats = live.numberOf(answers.repeated.get(id) ?? '');
    return { kind: 'tell', slot: number, value, caught: answers.caught.has(id), repeats, next };
  }

  #target(step: Step & { readonly kind: 'write' | 'produce' }): Action {
    const { effect, guards } = this.#focus;
    const { next, error } = step;
    const asking = guards.findIndex((guard) => guard.asks.has(step.id));
    const throws = guards[asking]?.throws === true;
    // A record under a unique key is applied once, whatever else happens to it.
    const repeat = throws || effect.repeat === 'keep' ? 'keep' : 'count';
    const recording = guards.findIndex((g) => g.guard.form === 'check' && g.records.has(step.id));
    return {
      kind: 'target',
      repeat,
      into: effect.into,
      ...this.#refusedInside(effect),
      ...quietly(step),
      ...(recording < 0 ? {} : { records: recording }),
      ...(asking < 0 ? {} : { claims: { guard: asking, throws } }),
      ...this.#row(step),
      ...recordsBeside(guards, step, [asking, recording]),
      next,
      error,
    };
  }

  #refusedInside({ kind, into }: EffectStep): { readonly refusedInside?: true } {
    const { client } = this.#unit.delivery;
    const isRefused = kind === 'produce' && into === 'outside' && client.sendDuringTransaction === 'rejected';
    return isRefused ? { refusedInside: true } : {};
  }

  #otherEffect(step: Step & { readonly kind: 'write' | 'produce' }): Action {
    const { next, error } = step;
    const recording = recordAction(this.#focus.guards, step);
    if (recording !== undefined) return recording;
    const effect = effectOf(step);
    if (effect === undefined) return { kind: 'may-fail', next, error };
    const rest = { ...this.#refusedInside(effect), ...quietly(step), ...this.#row(step) };
    return { kind: 'may-fail', into: effect.into, ...rest, next, error };
  }

  #row({ key }: Step): { readonly row?: number } {
    const row = this.#focus.rows.get(key);
    return row === undefined ? {} : { row };
  }

  #read(step: Step & { readonly kind: 'read' }): Action {
    const { id, read, next, error } = step;
    const { guards } = this.#focus;
    const guard = guards.findIndex(({ asks }) => asks.has(id));
    if (guard < 0) return { kind: 'may-fail', next, error };
    // Where a field decides, the row is there, and can be locked.
    const decision = this.#decision(guard);
    const isOfRow = guards[guard]?.ofRow === true || decision !== 'presence';
    const locks = read.locks && decision !== undefined && isOfRow ? { locks: true as const } : {};
    return { kind: 'sample', guard, durable: true, ...locks, ...askedBeside(guards, step, guard), next, error };
  }

  #branch(step: BranchStep): Action {
    const { id, whenTrue, whenFalse } = step;
    const guard = this.#focus.guards.findIndex(({ branches }) => branches.some((branch) => branch.step === id));
    if (guard >= 0) return this.#guardBranch(step, guard);
    const test: ConditionTest = this.#unit.conditions.tests.get(id) ?? { kind: 'opaque', local: false };
    switch (test.kind) {
      case 'constant':
        return { kind: 'go', next: [test.value ? whenTrue : whenFalse] };
      case 'stale':
        return staleAction(this.#unit, step, test) ?? this.#turn(step);
      case 'active':
      case 'violation':
        return { kind: test.kind, ...answered([whenTrue, whenFalse], test) };
      case 'number':
        return this.#count(step, test);
      case 'slot':
        return this.#ask(step, test);
      case 'source':
      case 'opaque':
        return this.#turn(step);
    }
  }

  #count(step: BranchStep, test: ConditionTest & { readonly kind: 'number' }): Action {
    const slot = this.#unit.conditions.live.numberOf(test.slot);
    if (slot === undefined) return this.#turn(step);
    const { comparison, bound } = test;
    return { kind: 'count', slot, comparison, bound, ...answered(this.#sides(step), test) };
  }

  #number({ slot: name, change, next }: Step & { readonly kind: 'number' }): Action {
    const slot = this.#unit.conditions.live.numberOf(name);
    return slot === undefined ? { kind: 'go', next: [next] } : { kind: 'number', slot, change, next };
  }

  /** A helper's answer that no guard had a part in is the message's own data. */
  #ask(step: BranchStep, test: ConditionTest & { readonly kind: 'slot' }): Action {
    const slot = this.#unit.conditions.live.numberOf(test.slot);
    if (slot === undefined) return this.#turn(step);
    const isOwn = step.test !== 'rejected' && !this.#focus.guardSlots.has(slot);
    const silent = (to: MoveId): Side => ({ to, away: false, quits: false });
    const sides = isOwn ? this.#sides(step) : ([silent(step.whenTrue), silent(step.whenFalse)] as const);
    return { kind: 'ask', slot, ...localOf(this.#unit.conditions, test.slot), ...answered(sides, test) };
  }

  #sides(step: Sides): readonly [Side, Side] {
    const side = (to: StepId, other: StepId): Side => {
      const away = !this.#reachesNow(step, to) && this.#reachesNow(step, other);
      return { to, away, quits: this.#quits(step, to, other), ...this.#drops(to, other) };
    };
    return [side(step.whenTrue, step.whenFalse), side(step.whenFalse, step.whenTrue)];
  }

  /** A branch of which one side cannot reach the effect any more. */
  #turn(step: Sides): Action {
    const sides = this.#sides(step);
    const bit = this.#decisive.findIndex(({ ids }) => ids.has(step.id));
    if (bit >= 0) return { kind: 'turn', sides, bit, steady: this.#decisive[bit]?.steady === true };
    return sides.some(({ away, quits: out, drops }) => away || out || drops !== undefined)
      ? { kind: 'turn', sides }
      : { kind: 'go', next: sides.map(({ to }) => to) };
  }

  #choice({ id, called, next }: Step & { readonly kind: 'choice' }): Action {
    const [whenTrue, whenFalse] = called === true ? next : [];
    if (whenTrue === undefined || whenFalse === undefined) return { kind: 'go', next };
    return this.#turn({ id, whenTrue, whenFalse });
  }

  #drops(to: StepId, other: StepId): Pick<Side, 'drops'> {
    const { into } = this.#focus.effect;
    const isDropped = this.#committing?.has(to) === false && this.#committing.has(other);
    return isDropped && into !== 'outside' ? { drops: into } : {};
  }

  #decision(guard: number): Decision | undefined {
    const decides = this.#focus.guards[guard]?.decides;
    return [...this.#focus.keys].flatMap((key) => decides?.get(key) ?? [])[0];
  }

  /** Whether the effect is ahead in the same turn of the loops around a branch, if nothing fails on the way. */
  #reachesNow({ id }: Pick<Step, 'id'>, from: StepId): boolean {
    const isTurn = isAnotherTurn(this.#unit.graph, { from, condition: id }, this.#focus.keys);
    return isTurn || (this.#reaches(from) && this.#ahead.comes(from, id));
  }

  #reaches(from: StepId): boolean {
    return [...this.#focus.keys].some((key) => this.#unit.conditions.reach.reaches(from, key));
  }

  /** The way leaves the loop over the batch, although the branch stands in it, and its other side goes on. */
  #quits(step: Pick<Step, 'id'>, to: StepId, other: StepId): boolean {
    const { graph, loops } = this.#unit;
    const batch = loops.around[step.id]?.find(({ kind }) => kind === 'batch');
    return batch !== undefined && quits(graph, loops, batch, to) && !quits(graph, loops, batch, other);
  }

  #guardBranch(step: BranchStep, guard: number): Action {
    const asked = this.#focus.guards[guard];
    const branch = asked?.branches.find((b) => b.step === step.id);
    const { whenTrue, whenFalse } = step;
    const decision = this.#decision(guard) ?? 'presence';
    const byField = decision !== 'presence';
    if (branch === undefined || (branch.fresh === 'unknown' && !byField)) return this.#turn(step);
    // What the record says decides, so the record is there.
    if (byField && branch.fresh !== 'unknown')
      return { kind: 'go', next: [branch.fresh === 'whenTrue' ? whenFalse : whenTrue] };
    const isField = branch.negated === true ? 'fresh-if-false' : 'fresh-if-true';
    const freshIsTrue = branch.fresh === 'unknown' ? decision === isField : branch.fresh === 'whenTrue';
    const [fresh, recorded] = freshIsTrue ? [whenTrue, whenFalse] : [whenFalse, whenTrue];
    return { kind: 'test', guard, fresh, recorded };
  }
}
