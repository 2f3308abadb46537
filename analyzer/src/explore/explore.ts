import type { Anomaly } from '../facts/guarantee.ts';
import type { Trace, TraceStep } from '../facts/trace.ts';
import { overtaken } from './delivery-transitions.ts';
import { stepped } from './dispatch.ts';
import { faults, type FaultKinds } from './faults.ts';
import { KnownStates } from './known-states.ts';
import type { Machine } from './machine.ts';
import { changed, start, type State } from './state.ts';
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
  /** Steps from the start. */
  readonly depth: number;
}

const END = -1;

/** Breadth first over every run in scope: the first run that shows an anomaly is a shortest one. */
export function explore(machine: Machine, scope: ExploreScope, transitions: Transitions = TRANSITIONS): Exploration {
  const exploring = new Exploring({ machine, transitions, redeliver: scope.redeliver }, scope);
  exploring.allow(scope.kinds);
  return exploring.result();
}

/**
 * The runs of one effect with more and more kinds of faults. What was explored for one kind is not explored again for the
 * next: once a fault has struck, the same moment goes on in the same way whichever it was.
 */
export class Exploring {
  readonly #run: Run;
  readonly #limits: Pick<ExploreScope, 'faults' | 'states'>;
  readonly #anomalies = new Map<Anomaly, Trace>();
  readonly #known = new KnownStates();
  readonly #visits: Visit[] = [];
  /** Visits that went on already, as long as nothing went wrong. */
  #walked = 0;
  #bound = 0;
  #complete = true;
  #reached = false;

  constructor(run: Run, limits: Pick<ExploreScope, 'faults' | 'states'>) {
    this.#run = run;
    this.#limits = limits;
  }

  has(anomaly: Anomaly): boolean {
    return this.#anomalies.has(anomaly);
  }

  /** Explores the runs with faults of these kinds as well. An anomaly found before keeps the run that showed it. */
  allow(kinds: FaultKinds): void {
    this.#bound = this.#visits.length + this.#limits.states;
    this.#complete &&= this.#walk(kinds);
    this.#walked = this.#visits.length;
  }

  result(): Exploration {
    // Only what goes well leads on, and whatever more kinds of faults lead to comes behind what was there: the first moment
    // that is stuck is the same whenever it is looked for.
    if (this.#complete) this.#noteStuck();
    const anomalies = this.#complete ? this.#anomalies : new Map<Anomaly, Trace>();
    return { anomalies, complete: this.#complete, states: this.#visits.length, reached: this.#reached };
  }

  /** Old visits meet the new faults in the order in which new visits of the same depth come up. */
  #walk(kinds: FaultKinds): boolean {
    for (const state of startsOf(this.#run.machine, kinds)) {
      if (this.#visit(state, undefined, []) === undefined) return false;
    }
    let fresh = this.#walked;
    for (let old = 0; old < this.#walked || fresh < this.#visits.length;) {
      const [known, next] = [old < this.#walked ? this.#visits[old] : undefined, this.#visits[fresh]];
      const isOld = known !== undefined && (next === undefined || known.depth <= next.depth);
      if (isOld) old += 1;
      else fresh += 1;
      const isThrough = isOld ? this.#strike(known, kinds) : next === undefined || this.#goOn(next, kinds);
      if (!isThrough) return false;
    }
    return true;
  }

  /** Every way on from a state: the step as it should go, and each fault that is still allowed. */
  #goOn(visit: Visit, kinds: FaultKinds): boolean {
    const { state } = visit;
    const move = this.#run.machine.moves[state.at];
    if (move === undefined) return true;
    for (const successor of [...stepped(this.#run, move, state), ...overtaken(this.#run, state)]) {
      const next = this.#follow(visit, successor);
      if (next === undefined) return false;
      // Whether nothing else helps is the question.
      if (successor.byHand !== true) visit.nexts.push(next);
    }
    return this.#strike(visit, kinds);
  }

  #strike(visit: Visit, kinds: FaultKinds): boolean {
    const { state } = visit;
    const move = this.#run.machine.moves[state.at];
    if (move === undefined || state.faults >= this.#limits.faults || !isMet(state, kinds)) return true;
    return faults(this.#run, move, state, kinds).every((successor) => this.#follow(visit, successor) !== undefined);
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
    const kept = noted(forgetful(this.#run.machine, state));
    const known = this.#known.numberOf(kept);
    if (known !== undefined) return known;
    const number = this.#visits.length;
    if (number >= this.#bound) return undefined;
    this.#known.add(kept, number);
    this.#visits.push({ state: kept, parent, told, nexts: [], depth: parent === undefined ? 0 : parent.depth + 1 });
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
  const isApart = delivery.kind === 'handler' && (movesPosition || keepsConnection) && strikesOneProcess(kinds);
  const second = isApart ? [start(entry, 2, 1, delivery.batch)] : [];
  const both = delivery.batch ? [start(entry, 1, 2, true), start(entry, 2, 2, true)] : [];
  return [single, ...second, ...both];
}

/** What the first message leaves behind may stand in the way of the second one, in the process that handled both. */
function strikesOneProcess({ crash, failure }: FaultKinds): boolean {
  return crash || failure;
}

function isMet({ own, size }: State, kinds: FaultKinds): boolean {
  return own <= size || strikesOneProcess(kinds);
}

/** Results that nobody asks for any more do not tell moments apart. */
export function forgetful({ slotMasks, asksError }: Machine, state: State): State {
  const slots = state.slots & (slotMasks[state.at] ?? 0n);
  const thrown = asksError[state.at] === true ? state.thrown : 'none';
  return slots === state.slots && thrown === state.thrown ? state : changed(state, { slots, thrown });
}

/** Nothing depends on how often the effect was applied, once that has been noted. */
function noted(state: State): State {
  return state.applied === 2 ? changed(state, { applied: 1 }) : state;
}

export function isInForce(state: State): boolean {
  return state.applied > 0 || state.pendingDb > 0 || state.pendingKafka > 0;
}

function traceOf(machine: Machine, visit: Visit, last: readonly Told[], outcome: string): Trace {
  const told: Told[] = [...last];
  for (let at: Visit | undefined = visit; at !== undefined; at = at.parent) told.unshift(...at.told);
  const { delivery, target } = machine;
  const spoke = new Set(told.flatMap(({ aside }) => (aside?.found === true ? [aside.guard] : [])));
  const toTell = told.filter(({ aside }) => aside === undefined || spoke.has(aside.guard));
  const opening: TraceStep = { place: delivery.place, kind: 'receive', message: say.first(delivery) };
  const steps = toTell.map(({ kind, message, move }): TraceStep => ({
    place: move?.place ?? delivery.place,
    kind,
    message,
  }));
  return [opening, ...steps, { place: target.place, kind: 'outcome', message: outcome }];
}
