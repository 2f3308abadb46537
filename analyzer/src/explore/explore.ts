import type { Anomaly } from '../facts/guarantee.ts';
import type { Trace, TraceStep } from '../facts/trace.ts';
import { stepped } from './dispatch.ts';
import { faults, type FaultKinds } from './faults.ts';
import type { Machine } from './machine.ts';
import { keyOf, start, type State } from './state.ts';
import { firstStuck } from './stuck.ts';
import type { Run, Successor, Told, Transitions } from './transition.ts';
import { TRANSITIONS } from './transitions.ts';
import { say } from './wording.ts';

/** What all runs of one effect come to. */
export interface Exploration {
  /** The shortest run behind each anomaly. */
  readonly anomalies: ReadonlyMap<Anomaly, Trace>;
  /** False when the bound was hit: then nothing may be concluded. */
  readonly complete: boolean;
  readonly states: number;
  /** True when some run without a fault applies the effect. */
  readonly reached: boolean;
}

/** Which runs are explored. */
export interface ExploreScope {
  /** Faults in one run. */
  readonly faults: number;
  readonly kinds: FaultKinds;
  /** False: a run ends when the handler throws, so that only its own repeats are seen. */
  readonly redeliver: boolean;
  /** Bound on the states. */
  readonly states: number;
}

/** A state on its way from the start. `nexts`: the visits that follow when nothing goes wrong; -1 is the end. */
export interface Visit {
  readonly state: State;
  readonly parent: Visit | undefined;
  readonly told: readonly Told[];
  readonly nexts: number[];
}

const END = -1;

/** Breadth first over every run in scope: the first run that shows an anomaly is a shortest one. */
export function explore(machine: Machine, scope: ExploreScope, transitions: Transitions = TRANSITIONS): Exploration {
  return new Explorer({ machine, transitions, redeliver: scope.redeliver }, scope).explored();
}

class Explorer {
  readonly #run: Run;
  readonly #scope: ExploreScope;
  readonly #anomalies = new Map<Anomaly, Trace>();
  readonly #numbers = new Map<string, number>();
  readonly #visits: Visit[] = [];
  #reached = false;

  constructor(run: Run, scope: ExploreScope) {
    this.#run = run;
    this.#scope = scope;
  }

  explored(): Exploration {
    for (const state of startsOf(this.#run.machine, this.#scope.kinds)) this.#visit(state, undefined, []);
    for (let at = 0; at < this.#visits.length; at += 1) {
      const visit = this.#visits[at];
      if (visit !== undefined && !this.#goOn(visit)) return this.#result(false);
    }
    this.#noteStuck();
    return this.#result(true);
  }

  #result(complete: boolean): Exploration {
    const anomalies = complete ? this.#anomalies : new Map<Anomaly, Trace>();
    return { anomalies, complete, states: this.#visits.length, reached: this.#reached };
  }

  /** Every way on from a state: the step as it should go, and each fault that is still allowed. */
  #goOn(visit: Visit): boolean {
    const { state } = visit;
    const move = this.#run.machine.moves[state.at];
    if (move === undefined) return true;
    for (const successor of stepped(this.#run, move, state)) {
      const next = this.#follow(visit, successor);
      if (next === undefined) return false;
      // Whether nothing else helps is the question.
      if (successor.byHand !== true) visit.nexts.push(next);
    }
    if (state.faults >= this.#scope.faults) return true;
    return faults(this.#run, move, state, this.#scope.kinds).every(
      (successor) => this.#follow(visit, successor) !== undefined,
    );
  }

  /** The number of the state that follows, -1 for the end; undefined when the bound is reached. */
  #follow(visit: Visit, successor: Successor): number | undefined {
    this.#note(visit, successor);
    const { state } = successor;
    if (state === 'end') return END;
    this.#reached ||= state.faults === 0 && state.applied > 0;
    return this.#visit(state, visit, successor.told);
  }

  #visit(state: State, parent: Visit | undefined, told: readonly Told[]): number | undefined {
    const kept = forgetful(this.#run.machine, state);
    const key = keyOf(kept);
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number = this.#visits.length;
    if (number >= this.#scope.states) return undefined;
    this.#numbers.set(key, number);
    this.#visits.push({ state: kept, parent, told, nexts: [] });
    return number;
  }

  #note(visit: Visit, { state, told, ghost }: Successor): void {
    const { label, produce } = this.#run.machine.target;
    if (produce && ghost) this.#add('aborted-read', visit, told, say.ghost(label));
    if (state !== 'end') {
      if (state.applied === 2) this.#add('duplicate', visit, told, say.twice(label, produce));
      return;
    }
    const { applied, faults: number, away } = visit.state;
    const isLost = applied === 0 && !away && (number > 0 || told.some(({ kind }) => kind === 'fault'));
    if (isLost) this.#add('lost-write', visit, told, say.never(label));
  }

  #noteStuck(): void {
    const stuck = firstStuck(this.#visits);
    if (stuck !== undefined) this.#add('stuck', stuck, [], say.stuck(this.#run.machine.delivery));
  }

  #add(kind: Anomaly, visit: Visit, told: readonly Told[], outcome: string): void {
    if (!this.#anomalies.has(kind)) this.#anomalies.set(kind, traceOf(this.#run.machine, visit, told, outcome));
  }
}

/** One message at a time, or a batch of two, judged for each of them. */
export function startsOf(
  { entry, delivery, movesPosition, keepsConnection }: Machine,
  kinds: FaultKinds,
): readonly State[] {
  const single = start(entry, 1, 1, delivery.batch);
  // What the first message leaves behind may stand in the way of the second one, in the process that handled both.
  const isApart = delivery.kind === 'handler' && (movesPosition || keepsConnection) && (kinds.crash || kinds.failure);
  const second = isApart ? [start(entry, 2, 1, delivery.batch)] : [];
  const both = delivery.batch ? [start(entry, 1, 2, true), start(entry, 2, 2, true)] : [];
  return [single, ...second, ...both];
}

/** Results that nobody asks for any more do not tell moments apart. */
export function forgetful({ slotMasks, asksError }: Machine, state: State): State {
  const slots = state.slots & (slotMasks[state.at] ?? 0n);
  const thrown = asksError[state.at] === true ? state.thrown : 'none';
  // Nothing depends on how often the effect was applied, once that has been noted.
  const applied = state.applied === 0 ? 0 : 1;
  const isSame = slots === state.slots && thrown === state.thrown && applied === state.applied;
  return isSame ? state : { ...state, slots, thrown, applied };
}

export function isInForce(state: State): boolean {
  return state.applied > 0 || state.pendingDb > 0 || state.pendingKafka > 0;
}

function traceOf(machine: Machine, visit: Visit, last: readonly Told[], outcome: string): Trace {
  const told: Told[] = [...last];
  for (let at: Visit | undefined = visit; at !== undefined; at = at.parent) told.unshift(...at.told);
  const { delivery, target } = machine;
  const opening: TraceStep = { place: delivery.place, kind: 'receive', message: say.first(delivery) };
  const steps = told.map(({ kind, message, move }): TraceStep => ({
    place: move?.place ?? delivery.place,
    kind,
    message,
  }));
  return [opening, ...steps, { place: target.place, kind: 'outcome', message: outcome }];
}
