import type { MoveId } from './machine.ts';

export type Count = 0 | 1 | 2;

/** What survives a crash, and what the run is about. */
export interface World {
  /** The message that the effect is judged for. */
  readonly own: 1 | 2;
  /** Messages in one delivery. */
  readonly size: 1 | 2;
  /** How often the effect is in force: 0, 1, or 2 for many. */
  readonly applied: Count;
  /** Guards with a durable record: of the judged item, of another one and of the other message, `MOST_GUARDS` bits each. */
  readonly marks: number;
  /** The group's position: messages up to it are not handed over again after a restart. */
  readonly position: Count;
  readonly faults: number;
  /** The message's own data led away from the effect. */
  readonly away: boolean;
  /** It led towards it: it is the same data each time the message is handed over. */
  readonly towards: boolean;
  /** Which way it led at some other branches and loops over items, of the judged message and of the other one. */
  readonly decided: number;
}

/** Work that was put off: where it begins, and what it is about. */
export interface Detached {
  readonly at: MoveId;
  readonly current: Count;
  readonly other: number;
}

/**
 * `left`: one of an earlier delivery was never settled. `ended`: it was settled in this delivery. `spent`: it could not
 * be settled, and the library begins no other.
 */
export type Transaction = 'none' | 'open' | 'left' | 'ended' | 'spent';

/** One process: all of it is lost in a crash. */
export interface Process {
  readonly at: MoveId;
  /** The messages of the delivery. */
  readonly first: 1 | 2;
  readonly last: 1 | 2;
  /** The message whose turn it is; 0 where the code is about the whole batch. */
  readonly current: Count;
  /** The loop whose iteration is about another item than the judged one; -1 for none. */
  readonly other: number;
  /** Waiting for the commit of the database's transaction. */
  readonly pendingDb: Count;
  readonly database: 'none' | 'open' | 'aborted';
  readonly pendingMarks: number;
  /** Guards and rows whose record the open transaction keeps from everybody else. */
  readonly locks: number;
  readonly transaction: Transaction;
  /** The begin of the open transaction, as the source has it; -1 when several are open at once. */
  readonly opener: number;
  /** The broker knows of the open transaction: something was sent in it. Nobody is asked to end another one. */
  readonly registered: boolean;
  /** A newer process has taken the transactional id; this one learns of it when it asks the broker. */
  readonly fenced: boolean;
  /** Waiting for the commit of the Kafka transaction. */
  readonly pendingKafka: Count;
  /** Undefined where no offset was put into it. */
  readonly pendingPosition: Count | undefined;
  /** Guards with a record in memory, in the same bits. */
  readonly memory: number;
  /** Messages up to it count as processed in this process. */
  readonly resolved: Count;
  /** The position as this process believes it to be: what it committed, or sent to a transaction, last. */
  readonly marked: Count;
  /** What the guards answered when they were last asked in this delivery. */
  readonly answers: number;
  /** What functions answered, and what is in local variables, as far as somebody will ask. */
  readonly slots: bigint;
  /** Two bits a loop over items. */
  readonly loops: number;
  /** The error at hand, as far as somebody will ask. */
  readonly thrown: 'none' | 'plain' | 'violation';
  /** In this delivery: the effect ran without a fault, so that another run of it is about something else. */
  readonly ran: boolean;
  readonly disturbed: boolean;
  /** Deliveries in a row that got nowhere, without a fault, while something that is left open stands in the way. */
  readonly futile: number;
  readonly detached: readonly Detached[];
  /** The handler is done, and work that it put off is running. */
  readonly settling: 'no' | 'returned' | 'thrown' | 'sought';
  /**
   * `leaving`: its partition is given away, and it finishes its delivery first. `next`: it has taken the partition over
   * while the old owner stands still. `zombie`: that owner, going on.
   */
  readonly role: 'only' | 'leaving' | 'next' | 'zombie';
}

/** One moment of a run: small integers and bit sets, so that equal moments are recognised. */
export interface State extends World, Process {
  /** The old owner of the partition, standing still. */
  readonly paused: Process | undefined;
}

/** The bits of guards: first for the judged item, then for its message's other items, then for the other message. */
export const MOST_GUARDS = 10;

/** What a guard has recorded, of whichever message and item. */
export function recordsOf(guard: number): number {
  return (1 << guard) | (1 << (guard + MOST_GUARDS)) | (1 << (guard + 2 * MOST_GUARDS));
}

const freshProcess: Process = {
  at: 0,
  first: 1,
  last: 1,
  current: 0,
  other: -1,
  pendingDb: 0,
  database: 'none',
  pendingMarks: 0,
  locks: 0,
  transaction: 'none',
  opener: -1,
  registered: false,
  fenced: false,
  pendingKafka: 0,
  pendingPosition: undefined,
  memory: 0,
  resolved: 0,
  marked: 0,
  answers: 0,
  slots: 0n,
  loops: 0,
  thrown: 'none',
  ran: false,
  disturbed: false,
  futile: 0,
  detached: [],
  settling: 'no',
  role: 'only',
};

// Parts are listed and not spread wherever a state is made: so they all have one layout, which the engine needs to make
// millions of them in no time.

/** A process that is handed the messages from one on. */
export function newProcess(at: MoveId, first: 1 | 2, size: 1 | 2, batch: boolean): Process {
  const owner = copied(freshProcess);
  return Object.assign(owner, { at, first, last: size === 2 ? 2 : first, current: batch ? 0 : first });
}

export function start(at: MoveId, own: 1 | 2, size: 1 | 2, batch: boolean): State {
  const world: World = {
    own,
    size,
    applied: 0,
    marks: 0,
    position: 0,
    faults: 0,
    away: false,
    towards: false,
    decided: 0,
  };
  return joined(world, newProcess(at, 1, size, batch), undefined, at);
}

/** A state that differs in some parts, and in where it is. */
export function changed(state: State, change: Partial<State>, at = state.at): State {
  return Object.assign(joined(state, state, state.paused, at), change);
}

/** The process of a state, without the world around it. */
export function processOf(state: State): Process {
  return copied(state);
}

function joined(world: World, owner: Process, paused: Process | undefined, at: MoveId): State {
  return {
    own: world.own,
    size: world.size,
    applied: world.applied,
    marks: world.marks,
    position: world.position,
    faults: world.faults,
    away: world.away,
    towards: world.towards,
    decided: world.decided,
    at,
    first: owner.first,
    last: owner.last,
    current: owner.current,
    other: owner.other,
    pendingDb: owner.pendingDb,
    database: owner.database,
    pendingMarks: owner.pendingMarks,
    locks: owner.locks,
    transaction: owner.transaction,
    opener: owner.opener,
    registered: owner.registered,
    fenced: owner.fenced,
    pendingKafka: owner.pendingKafka,
    pendingPosition: owner.pendingPosition,
    memory: owner.memory,
    resolved: owner.resolved,
    marked: owner.marked,
    answers: owner.answers,
    slots: owner.slots,
    loops: owner.loops,
    thrown: owner.thrown,
    ran: owner.ran,
    disturbed: owner.disturbed,
    futile: owner.futile,
    detached: owner.detached,
    settling: owner.settling,
    role: owner.role,
    paused,
  };
}

function copied(owner: Process): Process {
  return {
    at: owner.at,
    first: owner.first,
    last: owner.last,
    current: owner.current,
    other: owner.other,
    pendingDb: owner.pendingDb,
    database: owner.database,
    pendingMarks: owner.pendingMarks,
    locks: owner.locks,
    transaction: owner.transaction,
    opener: owner.opener,
    registered: owner.registered,
    fenced: owner.fenced,
    pendingKafka: owner.pendingKafka,
    pendingPosition: owner.pendingPosition,
    memory: owner.memory,
    resolved: owner.resolved,
    marked: owner.marked,
    answers: owner.answers,
    slots: owner.slots,
    loops: owner.loops,
    thrown: owner.thrown,
    ran: owner.ran,
    disturbed: owner.disturbed,
    futile: owner.futile,
    detached: owner.detached,
    settling: owner.settling,
    role: owner.role,
  };
}

/** Whether what happens now happens to the judged message, and to the judged one of its items. */
export function isOwn(state: State): boolean {
  return isOwnMessage(state) && state.other < 0;
}

export function isOwnMessage({ own, current, first, last }: State): boolean {
  return current === 0 ? first <= own && own <= last : current === own;
}

export function increment(count: Count, by: Count = 1): Count {
  const sum = count + by;
  return sum >= 2 ? 2 : sum === 1 ? 1 : 0;
}

export function latest(a: Count, b: Count): Count {
  return a > b ? a : b;
}

/** Whether the group has given the partition of this process to another one. */
export function hasLostPartition({ role }: State): boolean {
  return role === 'zombie' || role === 'leaving';
}
