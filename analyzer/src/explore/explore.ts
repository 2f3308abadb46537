import type { Anomaly } from '../facts/guarantee.ts';
import type { Trace, TraceStep } from '../facts/trace.ts';
import type { Machine } from './machine.ts';
import { keyOf, start, type State } from './state.ts';
import { faults, type FaultKinds } from './faults.ts';
import { regularSteps, type Successor, type Told } from './step.ts';
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

interface Visit {
  readonly state: State;
  readonly parent: Visit | undefined;
  readonly told: readonly Told[];
}

/** Breadth first over every run in scope: the first run that shows an anomaly is a shortest one. */
export function explore(machine: Machine, scope: ExploreScope): Exploration {
  const anomalies = new Map<Anomaly, Trace>();
  const first: Visit = { state: start(machine.entry), parent: undefined, told: [] };
  const seen = new Set([keyOf(first.state)]);
  const queue: Visit[] = [first];
  let reached = false;
  for (let at = 0; at < queue.length; at += 1) {
    const visit = queue[at];
    if (visit === undefined) break;
    for (const successor of successors(machine, visit.state, scope)) {
      note(machine, visit, successor, anomalies);
      if (successor.state === 'end') continue;
      reached ||= successor.state.faults === 0 && isInForce(successor.state);
      if (seen.size >= scope.states) return { anomalies: new Map(), complete: false, states: seen.size, reached };
      const state = forgetful(machine, successor.state);
      const key = keyOf(state);
      if (seen.has(key)) continue;
      seen.add(key);
      queue.push({ state, parent: visit, told: successor.told });
    }
  }
  return { anomalies, complete: true, states: seen.size, reached };
}

/** Results that nobody asks for any more do not tell moments apart. */
export function forgetful(machine: Machine, state: State): State {
  return state.slots === 0n ? state : { ...state, slots: state.slots & (machine.slotMasks[state.at] ?? 0n) };
}

/** Every way on from a state: the step as it should go, and each fault that is still allowed. */
function successors(machine: Machine, state: State, scope: ExploreScope): readonly Successor[] {
  const move = machine.moves[state.at];
  if (move === undefined) return [];
  const regular = regularSteps(machine, move, state, scope.redeliver);
  const mayFail = state.faults < scope.faults && state.message === 1;
  return mayFail ? [...regular, ...faults(machine, move, state, scope.kinds)] : regular;
}

export function isInForce(state: State): boolean {
  return state.applied > 0 || state.pendingDb > 0 || state.pendingKafka > 0;
}

function note(machine: Machine, visit: Visit, successor: Successor, anomalies: Map<Anomaly, Trace>): void {
  const { label, produce } = machine.target;
  const add = (kind: Anomaly, outcome: string): void => {
    if (!anomalies.has(kind)) anomalies.set(kind, traceOf(machine, visit, successor, outcome));
  };
  const { state } = successor;
  if (state === 'end') {
    const { applied, faults, away } = visit.state;
    const isLost = applied === 0 && !away && (faults > 0 || successor.told.some((told) => told.kind === 'fault'));
    if (isLost) add('lost-write', say.never(label));
    return;
  }
  if (state.applied === 2) add('duplicate', say.twice(label, produce));
  if (produce && successor.ghost) add('aborted-read', say.ghost(label));
}

function traceOf(machine: Machine, visit: Visit, last: Successor, outcome: string): Trace {
  const told: Told[] = [...last.told];
  for (let at: Visit | undefined = visit; at !== undefined; at = at.parent) told.unshift(...at.told);
  const { delivery, target } = machine;
  const opening: TraceStep = {
    place: delivery.place,
    kind: 'receive',
    message: delivery.kind === 'handler' ? say.first : say.called,
  };
  const steps = told.map(({ kind, message, move }): TraceStep => ({
    place: placeFor(machine, kind, move?.place),
    kind,
    message,
  }));
  return [opening, ...steps, { place: target.place, kind: 'outcome', message: outcome }];
}

/** A replay starts at the handler's first line, whatever step failed before it. */
function placeFor(
  machine: Machine,
  kind: TraceStep['kind'],
  place: TraceStep['place'] | undefined,
): TraceStep['place'] {
  return kind === 'replay' || place === undefined ? machine.delivery.place : place;
}
