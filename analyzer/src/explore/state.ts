import type { MoveId } from './machine.ts';

/** One moment of a run: small integers and bit sets, so that equal moments are recognised. */
export interface State {
  readonly at: MoveId;
  /** The message being handled, 1 or 2; the effect is judged for the first. */
  readonly message: 1 | 2;
  /** How often the effect is in force: 0, 1, or 2 for many. */
  readonly applied: 0 | 1 | 2;
  /** Waiting for the commit of the database's transaction. */
  readonly pendingDb: 0 | 1 | 2;
  /** Waiting for the commit of the Kafka transaction. */
  readonly pendingKafka: 0 | 1 | 2;
  readonly pendingPosition: 0 | 1 | 2;
  /** `spent`: a commit was tried and failed, and the library takes the handle for ended. */
  readonly transaction: 'none' | 'open' | 'spent';
  readonly dbOpen: boolean;
  /** Guards with a durable record of the first message, with one waiting for the commit, with one in memory. */
  readonly marks: number;
  readonly pendingMarks: number;
  readonly memory: number;
  /** What the guards answered when they were asked in this delivery. */
  readonly answers: number;
  /** Two bits a slot: known, and its value. */
  readonly slots: bigint;
  readonly loops: number;
  /** The group's position: messages up to it are not handed over again after a restart. */
  readonly position: 0 | 1 | 2;
  readonly resolved: 0 | 1 | 2;
  readonly faults: number;
  /** In this delivery: the effect ran without a fault, so that another run of it is about something else. */
  readonly ran: boolean;
  readonly disturbed: boolean;
  /** The message's own data led away from the effect. */
  readonly away: boolean;
}

export function start(entry: MoveId): State {
  return {
    at: entry,
    message: 1,
    applied: 0,
    pendingDb: 0,
    pendingKafka: 0,
    pendingPosition: 0,
    transaction: 'none',
    dbOpen: false,
    marks: 0,
    pendingMarks: 0,
    memory: 0,
    answers: 0,
    slots: 0n,
    loops: 0,
    position: 0,
    resolved: 0,
    faults: 0,
    ran: false,
    disturbed: false,
    away: false,
  };
}

/** What a new delivery begins with; a crash also clears what the process remembered. */
export function redelivered(state: State, entry: MoveId, message: 1 | 2, crashed: boolean): State {
  return {
    ...start(entry),
    message,
    applied: state.applied,
    marks: state.marks,
    memory: crashed ? 0 : state.memory,
    position: state.position,
    resolved: crashed ? state.position : state.resolved,
    faults: state.faults,
    away: state.away,
    // The producer object lives as long as its process.
    transaction: !crashed && state.transaction === 'spent' ? 'spent' : 'none',
  };
}

export function keyOf(state: State): string {
  return [
    state.at,
    state.message,
    state.applied,
    state.pendingDb,
    state.pendingKafka,
    state.pendingPosition,
    state.transaction,
    state.dbOpen ? 1 : 0,
    state.marks,
    state.pendingMarks,
    state.memory,
    state.answers,
    state.slots,
    state.loops,
    state.position,
    state.resolved,
    state.faults,
    (state.ran ? 4 : 0) + (state.disturbed ? 2 : 0) + (state.away ? 1 : 0),
  ].join(' ');
}

export function more(count: 0 | 1 | 2, by: 0 | 1 | 2 = 1): 0 | 1 | 2 {
  const sum = count + by;
  return sum >= 2 ? 2 : sum === 1 ? 1 : 0;
}

export function latest(a: 0 | 1 | 2, b: 0 | 1 | 2): 0 | 1 | 2 {
  return a > b ? a : b;
}
