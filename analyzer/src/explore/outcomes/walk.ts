import { answered, knownAnswer, numberValue, told, withNumber } from '../../scopes/live-slots.ts';
import type { UnitConditions } from '../../scopes/unit-guard.ts';
import { compared, type ConditionTest } from '../../summaries/condition.ts';
import { isLocalSlot } from '../../summaries/local-variable.ts';
import { successorsOf, type Step, type StepId, type UnitGraph } from '../../summaries/unit-graph.ts';

/** A step of a unit, with what is known of the variables and answers that are still asked for. */
export interface Moment {
  readonly at: StepId;
  readonly slots: bigint;
}

/** Follows a unit through its branches; faults are the caller's to choose. */
export class Walk {
  readonly graph: UnitGraph;
  readonly #conditions: Pick<UnitConditions, 'tests' | 'live' | 'reach'>;

  constructor(graph: UnitGraph, conditions: Pick<UnitConditions, 'tests' | 'live' | 'reach'>) {
    this.graph = graph;
    this.#conditions = conditions;
  }

  stepAt({ at }: Moment): Step | undefined {
    return this.graph.steps[at];
  }

  moment(at: StepId, slots: bigint): Moment {
    return { at, slots: slots & this.#conditions.live.maskAt(at) };
  }

  /** Where a step leads when nothing fails; nobody waits for detached work. */
  onwards(moment: Moment): readonly Moment[] {
    const step = this.stepAt(moment);
    if (step === undefined) return [];
    const { slots } = moment;
    switch (step.kind) {
      case 'result':
        return [this.moment(step.next, told(this.#conditions.live, slots, step.slot, step.value))];
      case 'number':
        return [this.moment(step.next, this.#counted(slots, step))];
      case 'branch':
        return this.sides(step, slots).map(({ to }) => to);
      case 'detach':
        return [this.moment(step.next, slots)];
      default: {
        const ways = 'error' in step ? [step.next] : successorsOf(step);
        return ways.map((at) => this.moment(at, slots));
      }
    }
  }

  /** Where the failure of a step leads. */
  thrown(moment: Moment): Moment | undefined {
    const step = this.stepAt(moment);
    return step !== undefined && 'error' in step ? this.moment(step.error, moment.slots) : undefined;
  }

  /** The sides of a branch that can be taken; one, where the answer is known. */
  sides(step: Step & { readonly kind: 'branch' }, slots: bigint): readonly Side[] {
    const test = this.#conditions.tests.get(step.id);
    const answer = this.#answer(test, slots);
    return [true, false]
      .filter((yes) => answer === undefined || yes === answer)
      .map((yes) => ({
        yes,
        to: this.moment(yes ? step.whenTrue : step.whenFalse, answered(this.#conditions.live, slots, test, yes)),
      }));
  }

  /** The sides that lead to a step with this key before any loop turns. */
  towards(sides: readonly Side[], key: string): readonly Side[] {
    return sides.filter(({ to }) => this.#conditions.reach.reaches(to.at, key));
  }

  /** Whether a step with this key follows before any loop turns. */
  leads(from: StepId, key: string): boolean {
    return this.#conditions.reach.reaches(from, key);
  }

  /** What a condition asks. */
  testOf(step: Step): ReturnType<UnitConditions['tests']['get']> {
    return this.#conditions.tests.get(step.id);
  }

  #answer(test: ConditionTest | undefined, slots: bigint): boolean | undefined {
    if (test?.kind !== 'number') return knownAnswer(this.#conditions.live, slots, test);
    const number = this.#conditions.live.numberOf(test.slot);
    const value = number === undefined ? undefined : numberValue(slots, number);
    return value === undefined ? undefined : compared(test.comparison, value, test.bound) === test.positive;
  }

  #counted(slots: bigint, { slot, change }: Step & { readonly kind: 'number' }): bigint {
    const number = this.#conditions.live.numberOf(slot);
    if (number === undefined) return slots;
    if (typeof change === 'number' || change === undefined) return withNumber(slots, number, change);
    const before = numberValue(slots, number);
    const after = before === undefined ? undefined : before + (change === 'one more' ? 1 : -1);
    return withNumber(slots, number, after);
  }
}

export interface Side {
  readonly yes: boolean;
  readonly to: Moment;
}

const LIMIT = 40_000;

/**
 * Every moment in which a unit may be, faults included, without what lies only behind an end; undefined where there are
 * too many to look at.
 */
export function momentsOf(walk: Walk, isEnd?: (step: Step) => boolean): readonly Moment[] | undefined {
  return momentsBy(walk, { isEnd, isFailing: true });
}

/** Those of them to which no failure leads; what the code throws by itself is none. */
export function momentsOfSuccess(walk: Walk): readonly Moment[] | undefined {
  return momentsBy(walk, { isFailing: false });
}

interface Limits {
  readonly isEnd?: ((step: Step) => boolean) | undefined;
  readonly isFailing: boolean;
}

function momentsBy(walk: Walk, { isEnd, isFailing }: Limits): readonly Moment[] | undefined {
  const first = walk.moment(walk.graph.entry, 0n);
  const found = [first];
  const seen = new Set([momentKey(first)]);
  for (let i = 0; i < found.length; i += 1) {
    const moment = found[i];
    const step = moment && walk.stepAt(moment);
    if (moment === undefined || step === undefined || isEnd?.(step) === true) continue;
    const thrown = isFailing ? walk.thrown(moment) : undefined;
    for (const next of [...likely(walk, walk.onwards(moment)), ...(thrown === undefined ? [] : [thrown])]) {
      const key = momentKey(next);
      if (seen.has(key)) continue;
      if (seen.size >= LIMIT) return undefined;
      seen.add(key);
      found.push(next);
    }
  }
  return found;
}

/** A variable that is given something out of sight holds it: only a later question can say that it is empty. */
function likely(walk: Walk, ways: readonly Moment[]): readonly Moment[] {
  const results = ways.map((way) => walk.stepAt(way));
  const isAssignment =
    results.length === 2 && results.every((step) => step?.kind === 'result' && isLocalSlot(step.slot));
  return isAssignment ? ways.filter((_way, i) => isTrue(results[i])) : ways;
}

function isTrue(step: Step | undefined): boolean {
  return step?.kind === 'result' && step.value === true;
}

export function momentKey({ at, slots }: Moment): string {
  return `${String(at)}|${String(slots)}`;
}
