import type { EndState } from '../facts/crash-table.ts';
import { stepped } from './dispatch.ts';
import { forgetful, isInForce, startsOf } from './explore.ts';
import type { Machine, MoveId } from './machine.ts';
import { keyOf } from './state-key.ts';
import { changed, type State } from './state.ts';
import type { Run, Successor } from './transition.ts';
import { TRANSITIONS } from './transitions.ts';

/** The moments of all runs in which nothing goes wrong, as far as the first message's. */
export interface FaultFreeRuns {
  /** The states in which a step is about to run. */
  readonly before: ReadonlyMap<MoveId, readonly State[]>;
  /** The states that it leaves behind. */
  readonly after: ReadonlyMap<MoveId, readonly State[]>;
  /** False when the bound was hit. */
  readonly complete: boolean;
  /** True when some run applies the effect. */
  readonly reached: boolean;
}

/** How the runs end that go on after a crash in one state. */
export interface Aftermath {
  readonly redelivered: boolean;
  readonly ends: ReadonlySet<EndState>;
  /** Whether a run that does not end elsewhere performs the effect after the restart, and whether one does not. */
  readonly performing: ReadonlySet<boolean>;
  readonly complete: boolean;
}

export function faultFreeRuns(machine: Machine, limit: number): FaultFreeRuns {
  const run = runOf(machine);
  const before = new Map<MoveId, State[]>();
  const after = new Map<MoveId, State[]>();
  const seen = new Set<string>();
  const queue = [...startsOf(machine, { crash: false, failure: false, revoked: false })];
  let reached = false;
  for (const state of queue) {
    if (seen.size >= limit) return { before, after, complete: false, reached };
    const key = keyOf(state);
    const move = machine.moves[state.at];
    if (seen.has(key) || move === undefined) continue;
    seen.add(key);
    list(before, state.at).push(state);
    for (const successor of stepped(run, move, state)) {
      if (successor.state === 'end') continue;
      const next = counting(forgetful(machine, successor.state), successor.state);
      reached ||= isInForce(next);
      list(after, state.at).push(next);
      // Once the judged message has had its delivery, only what nobody has settled can still be lost.
      if (next.first <= next.own || isUnsettled(next)) queue.push(next);
    }
  }
  return { before, after, complete: true, reached };
}

function isUnsettled({ pendingKafka, pendingDb, transaction }: State): boolean {
  return pendingKafka > 0 || pendingDb > 0 || transaction === 'open' || transaction === 'left';
}

function runOf(machine: Machine): Run {
  return { machine, transitions: TRANSITIONS, redeliver: true };
}

function list(states: Map<MoveId, State[]>, id: MoveId): State[] {
  const known = states.get(id) ?? [];
  states.set(id, known);
  return known;
}

/** A run after the crash: what it has done since is part of where it is. */
interface Moment {
  readonly state: State;
  readonly performed: boolean;
  readonly ghost: boolean;
}

/** The crash in a state, and every run that follows it without another fault. */
export function aftermathOf(machine: Machine, crashed: State, limit: number): Aftermath {
  const ends = new Set<EndState>();
  const strays = new Set<EndState>();
  const performing = new Set<boolean>();
  const finish = ({ state, performed, ghost }: Moment): void => {
    const end = endOf(machine, state, ghost);
    (end === 'once' && isStray(crashed, state, performed) ? strays : ends).add(end);
    if (!state.away) performing.add(performed);
  };
  let redelivered = false;
  let complete = true;
  for (const { state, ghost } of restarts(machine, crashed)) {
    if (state === 'end') {
      finish({ state: { ...crashed, faults: crashed.faults + 1 }, performed: false, ghost });
      continue;
    }
    redelivered = true;
    complete &&= follow(machine, { state, performed: false, ghost }, limit, (moment, isOver) => {
      if (isOver) finish(moment);
      // Twice is twice, even in a handler that never comes to an end.
      else if (moment.state.applied === 2) ends.add('duplicate');
    });
  }
  return { redelivered, ends: ends.size > 0 ? ends : strays, performing, complete };
}

/** What a new process may begin with. */
function restarts(machine: Machine, crashed: State): readonly Successor[] {
  const move = machine.moves[crashed.at];
  const hit = { ...crashed, faults: crashed.faults + 1, disturbed: true };
  return move === undefined ? [] : TRANSITIONS.restarted(runOf(machine), move, hit);
}

/** The same message leads the same way: a run that turns elsewhere after the crash is another message's. */
function isStray(crashed: State, { away }: State, performed: boolean): boolean {
  return crashed.away ? performed : away && crashed.ran;
}

function follow(
  machine: Machine,
  first: Moment,
  limit: number,
  see: (moment: Moment, isOver: boolean) => void,
): boolean {
  const seen = new Set<string>();
  const queue = [first];
  for (const moment of queue) {
    if (seen.size >= limit) return false;
    const key = `${keyOf(moment.state)} ${String(moment.performed)} ${String(moment.ghost)}`;
    const move = machine.moves[moment.state.at];
    if (seen.has(key) || move === undefined) continue;
    seen.add(key);
    for (const { state, told, ghost } of stepped(runOf(machine), move, moment.state)) {
      const next = {
        performed: moment.performed || told.some(({ kind }) => kind === 'effect'),
        ghost: moment.ghost || ghost,
      };
      const after = { ...next, state: state === 'end' ? moment.state : counting(forgetful(machine, state), state) };
      see(after, state === 'end');
      if (state !== 'end') queue.push(after);
    }
  }
  return true;
}

/** How a run ends depends on how often the effect was applied, which a search for anomalies forgets once it is noted. */
function counting(state: State, { applied }: State): State {
  return state.applied === applied ? state : changed(state, { applied });
}

function endOf({ target }: Machine, { applied, away }: State, ghost: boolean): EndState {
  if (applied === 2) return 'duplicate';
  if (applied === 0) return away ? 'left-out' : 'lost-write';
  return target.produce && ghost ? 'aborted-read' : 'once';
}
