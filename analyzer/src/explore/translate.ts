import type { ConditionTest } from '../summaries/condition.ts';
import type { Decision } from '../scopes/guarded-effects.ts';
import type { UnitGuard } from '../scopes/unit-guard.ts';
import type { Step, StepId } from '../summaries/unit-graph.ts';
import { controlAction } from './control-action.ts';
import { MOST_DECIDED } from './control-transitions.ts';
import { isOutside, type EffectStep } from './effect-step.ts';
import { quits, type Loop } from './loops.ts';
import type { Action, Move, MoveId, MoveOf, Side } from './machine.ts';
import type { UnitModel } from './project.ts';
import { labelOf } from './step-label.ts';
import { reachesFrom } from './reaches-from.ts';

/** What one effect makes of a unit's steps. */
export interface Focus {
  /** The copies of the judged step: a wrapper may call it in several places. */
  readonly keys: ReadonlySet<string>;
  readonly effect: EffectStep;
  readonly guards: readonly UnitGuard[];
  /** The heads of the loops around the effect. */
  readonly holding: ReadonlySet<StepId>;
  /** Conditions that count, with their numbers. */
  readonly counts: ReadonlyMap<StepId, number>;
  /** Slots that are told inside a function in which a guard is asked. */
  readonly guardSlots: ReadonlySet<number>;
}

/** The steps of a unit as moves, one for one. */
export function translated(unit: UnitModel, focus: Focus): readonly Move[] {
  const translator = new Translator(unit, focus);
  return unit.graph.steps.map((step): Move => translator.move(step));
}

class Translator {
  readonly #unit: UnitModel;
  #decisiveBranches: readonly StepId[] | undefined;
  readonly #focus: Focus;
  readonly #loops: ReadonlyMap<StepId, Loop>;

  constructor(unit: UnitModel, focus: Focus) {
    this.#unit = unit;
    this.#focus = focus;
    this.#loops = new Map(unit.loops.all.map((loop) => [loop.head, loop]));
  }

  move(step: Step): Move {
    const move = { ...this.#action(step), place: this.#unit.placeOf(step), label: labelOf(step) };
    return {
      ...move,
      ...(isAborting(step) ? { aborting: true } : {}),
      ...(step.kind === 'write' && isOutside(step.write) ? { outside: true } : {}),
    };
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
        return this.#container(step);
      case 'control':
        return controlAction(this.#unit, step);
      case 'branch':
        return this.#branch(step);
      case 'result':
        return this.#tell(step);
      case 'opaque':
        return { kind: 'may-fail', next: step.next, error: step.error };
      case 'choice':
        return { kind: 'go', next: step.next };
      case 'detach':
        return this.#detach(step);
      case 'each':
      case 'repeat':
      case 'catch':
      case 'pass':
        return { kind: 'go', next: [step.next] };
      case 'exit':
      case 'failure':
      case 'settled':
        return { kind: step.kind };
    }
  }

  #loop({ head, kind, bit, body, next }: Loop): Action {
    return kind === 'batch'
      ? { kind: 'batch', body, next }
      : { kind: 'each', bit, holds: this.#focus.holding.has(head), body, next };
  }

  /** Work in which the effect has no part is as good as never done. */
  #detach({ now, later, maybe, next }: Step & { readonly kind: 'detach' }): Action {
    const { graph } = this.#unit;
    const bears = reachesFrom(graph, later, (step) => this.#bears(step));
    return bears ? { kind: 'detach', now, later, maybe, next } : { kind: 'go', next: [next] };
  }

  #bears(step: Step): boolean {
    const { keys, guards } = this.#focus;
    if (keys.has(step.key) || step.kind === 'control') return true;
    return guards.some(
      ({ asks, records, forgets }) => asks.has(step.id) || records.has(step.id) || forgets.has(step.id),
    );
  }

  #tell({ slot, value, next }: Step & { readonly kind: 'result' }): Action {
    const number = this.#unit.conditions.live.numberOf(slot);
    return number === undefined ? { kind: 'go', next: [next] } : { kind: 'tell', slot: number, value, next };
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
      ...(this.#isRefusedInside(effect) ? { refusedInside: true } : {}),
      ...(recording < 0 ? {} : { records: recording }),
      ...(asking < 0 ? {} : { claims: { guard: asking, throws } }),
      next,
      error,
    };
  }

  #isRefusedInside(effect: EffectStep): boolean {
    const { client } = this.#unit.delivery;
    return effect.kind === 'produce' && effect.into === 'outside' && client.sendDuringTransaction === 'rejected';
  }

  #otherEffect(step: Step & { readonly kind: 'write' | 'produce' }): Action {
    const { next, error } = step;
    const guard = this.#focus.guards.findIndex(({ asks }) => asks.has(step.id));
    const asked = this.#focus.guards[guard];
    if (asked !== undefined) return { kind: 'claim', guard, next, error, ...(asked.throws ? { taken: error } : {}) };
    const forgetting = this.#focus.guards.findIndex(({ forgets }) => forgets.has(step.id));
    if (forgetting >= 0) return { kind: 'forget', guard: forgetting, durable: true, next, error };
    const recording = this.#focus.guards.findIndex(({ records }) => records.has(step.id));
    if (recording >= 0) return { kind: 'record', guard: recording, durable: true, next, error };
    return { kind: 'may-fail', next, error };
  }

  #read({ id, read, next, error }: Step & { readonly kind: 'read' }): Action {
    const { guards } = this.#focus;
    const guard = guards.findIndex(({ asks }) => asks.has(id));
    if (guard < 0) return { kind: 'may-fail', next, error };
    // Where a field decides, the row is there, and can be locked.
    const decision = this.#decision(guard);
    const isLocked = read.locks && decision !== undefined && decision !== 'presence';
    return { kind: 'sample', guard, durable: true, ...(isLocked ? { locks: true } : {}), next, error };
  }

  #container({ id, next }: Step & { readonly kind: 'container' }): Action {
    const { guards } = this.#focus;
    const inMemory = { durable: false, next, error: next } as const;
    const asked = guards.findIndex(({ asks }) => asks.has(id));
    if (asked >= 0) return { kind: 'sample', guard: asked, ...inMemory };
    const recording = guards.findIndex(({ records }) => records.has(id));
    if (recording >= 0) return { kind: 'record', guard: recording, ...inMemory };
    const forgetting = guards.findIndex(({ forgets }) => forgets.has(id));
    return forgetting >= 0 ? { kind: 'forget', guard: forgetting, ...inMemory } : { kind: 'go', next: [next] };
  }

  #branch(step: Step & { readonly kind: 'branch' }): Action {
    const { id, whenTrue, whenFalse } = step;
    const guard = this.#focus.guards.findIndex(({ branches }) => branches.some((branch) => branch.step === id));
    if (guard >= 0) return this.#guardBranch(step, guard);
    const test: ConditionTest = this.#unit.conditions.tests.get(id) ?? { kind: 'opaque', local: false };
    switch (test.kind) {
      case 'constant':
        return { kind: 'go', next: [test.value ? whenTrue : whenFalse] };
      case 'active':
      case 'stale':
      case 'violation':
        return test.positive
          ? { kind: test.kind, whenTrue, whenFalse }
          : { kind: test.kind, whenTrue: whenFalse, whenFalse: whenTrue };
      case 'count':
        return this.#count(step);
      case 'slot':
        return this.#ask(step, test);
      case 'source':
      case 'opaque':
        return this.#turn(step);
    }
  }

  #count(step: Step & { readonly kind: 'branch' }): Action {
    const bit = this.#focus.counts.get(step.id);
    const { whenTrue, whenFalse } = step;
    return bit === undefined ? this.#turn(step) : { kind: 'count', bit, whenTrue, whenFalse };
  }

  /** A helper's answer that no guard had a part in is the message's own data. */
  #ask(step: Step & { readonly kind: 'branch' }, test: ConditionTest & { readonly kind: 'slot' }): Action {
    const slot = this.#unit.conditions.live.numberOf(test.slot);
    if (slot === undefined) return this.#turn(step);
    const own = !this.#focus.guardSlots.has(slot);
    const side = (at: MoveId): Side => ({
      to: at,
      away: own && !this.#reaches(at),
      quits: own && this.#quits(step, at),
    });
    const [whenTrue, whenFalse] = [side(step.whenTrue), side(step.whenFalse)];
    return test.positive
      ? { kind: 'ask', slot, whenTrue, whenFalse }
      : { kind: 'ask', slot, whenTrue: whenFalse, whenFalse: whenTrue };
  }

  /** A branch of which one side cannot reach the effect any more. */
  #turn(step: Step & { readonly kind: 'branch' }): MoveOf<'turn' | 'go'> | Action {
    const side = (to: StepId, other: StepId): Side => ({
      to,
      away: !this.#reaches(to) && this.#reaches(other),
      quits: this.#quits(step, to),
    });
    const sides = [side(step.whenTrue, step.whenFalse), side(step.whenFalse, step.whenTrue)] as const;
    const bit = this.#decisive().indexOf(step.id);
    if (bit >= 0) return { kind: 'turn', sides, bit };
    return sides.some(({ away, quits: out }) => away || out)
      ? { kind: 'turn', sides }
      : { kind: 'go', next: sides.map(({ to }) => to) };
  }

  /** Branches on which it depends whether the unit comes to a step that may fail each time: they decide alike. */
  #decisive(): readonly StepId[] {
    const { graph, conditions } = this.#unit;
    this.#decisiveBranches ??= graph.steps
      .filter((step) => {
        if (step.kind !== 'branch' || (conditions.tests.get(step.id)?.kind ?? 'opaque') !== 'opaque') return false;
        return this.#blocks(step.whenTrue) !== this.#blocks(step.whenFalse);
      })
      .slice(0, MOST_DECIDED)
      .map(({ id }) => id);
    return this.#decisiveBranches;
  }

  #blocks(from: StepId): boolean {
    const throwing = (id: StepId): boolean => this.#focus.guards.some((guard) => guard.throws && guard.asks.has(id));
    return reachesFrom(
      this.#unit.graph,
      from,
      (step) => (step.kind === 'control' && step.verb === 'begin') || throwing(step.id),
    );
  }

  #decision(guard: number): Decision | undefined {
    const decides = this.#focus.guards[guard]?.decides;
    return [...this.#focus.keys].flatMap((key) => decides?.get(key) ?? [])[0];
  }

  #reaches(from: StepId): boolean {
    return [...this.#focus.keys].some((key) => this.#unit.conditions.reach.reaches(from, key));
  }

  /** The way leaves the loop over the batch, although the branch stands in it and its other side may go on. */
  #quits(step: Step, to: StepId): boolean {
    const { graph, loops } = this.#unit;
    const batch = loops.around[step.id]?.find(({ kind }) => kind === 'batch');
    return batch !== undefined && quits(graph, loops, batch, to);
  }

  #guardBranch(step: Step & { readonly kind: 'branch' }, guard: number): Action {
    const asked = this.#focus.guards[guard];
    const branch = asked?.branches.find((b) => b.step === step.id);
    const { whenTrue, whenFalse } = step;
    const decision = this.#decision(guard) ?? 'presence';
    const byField = decision !== 'presence';
    if (branch === undefined || (branch.fresh === 'unknown' && !byField)) return this.#turn(step);
    // What the record says decides, so the record is there.
    if (byField && branch.fresh !== 'unknown')
      return { kind: 'go', next: [branch.fresh === 'whenTrue' ? whenFalse : whenTrue] };
    const freshIsTrue = branch.fresh === 'unknown' ? decision === 'fresh-if-true' : branch.fresh === 'whenTrue';
    return freshIsTrue
      ? { kind: 'test', guard, fresh: whenTrue, recorded: whenFalse }
      : { kind: 'test', guard, fresh: whenFalse, recorded: whenTrue };
  }
}

function isAborting(step: Step): boolean {
  if (step.kind === 'write') return step.write.aborting;
  if (step.kind === 'control') return step.onConnection === true;
  return step.kind === 'read' && step.read.aborting;
}
