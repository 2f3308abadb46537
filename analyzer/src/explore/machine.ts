import type { ClientProfile } from '../facts/client-profile.ts';
import type { Place } from '../facts/place.ts';
import type { OffsetValue } from '../recognize/offset-value.ts';
import type { Comparison } from '../summaries/condition.ts';

export type MoveId = number;

/** One way out of a branch that nothing in the state decides. */
export interface Side {
  readonly to: MoveId;
  /** The effect is out of reach from there: the message's own data may lead away from it. */
  readonly away: boolean;
  /** It leaves the loop over the batch, and with it the messages that have not had their turn. */
  readonly quits: boolean;
  /** No commit of this kind is ahead: the message's own data undoes what is pending, or will be. */
  readonly drops?: 'database' | 'kafka';
}

interface Onwards {
  readonly next: MoveId;
  readonly error: MoveId;
}

/** A durable record that a write leaves, or that gives way to it. */
export interface RecordBeside {
  readonly guard: number;
  readonly there: boolean;
}

interface Recording extends Onwards {
  /** Records of other guards that it leaves, or takes out, in the same step. */
  readonly beside?: readonly RecordBeside[];
}

/** What a step does to the state when one effect is judged and everything else is only in its way. */
export type Action =
  | { readonly kind: 'go'; readonly next: readonly MoveId[] }
  | MayFailAction
  | TargetAction
  /**
   * `locks`: the record is there, and nobody else sees it until the transaction of the database ends. `also`: other
   * guards that ask the same look-up.
   */
  | ({
      readonly kind: 'sample';
      readonly guard: number;
      readonly durable: boolean;
      readonly locks?: true;
      readonly also?: readonly number[];
    } & Onwards)
  | ({ readonly kind: 'record'; readonly guard: number; readonly durable: boolean } & Recording)
  /** Takes a record out again. */
  | ({ readonly kind: 'forget'; readonly guard: number; readonly durable: boolean } & Recording)
  /**
   * Asks and records in one step; `taken` is where a second record goes when it throws. `records`: a guard that looks for
   * the same record ahead of it.
   */
  | ({ readonly kind: 'claim'; readonly guard: number; readonly records?: number; readonly taken?: MoveId } & Recording)
  | { readonly kind: 'test'; readonly guard: number; readonly recorded: MoveId; readonly fresh: MoveId }
  /** Asks whether the error at hand is a second record under a unique key. */
  | { readonly kind: 'violation'; readonly whenTrue: MoveId; readonly whenFalse: MoveId }
  /** `caught`: only behind a catch; `repeats`: the slot of the answer that it says once more. */
  | {
      readonly kind: 'tell';
      readonly slot: number;
      readonly value: boolean | undefined;
      readonly caught?: boolean;
      readonly repeats?: number | undefined;
      readonly next: MoveId;
    }
  /**
   * `local`: asks for a variable of the handler's, which says nothing of the message where there is a guard, nor, unless it
   * is `steady`, once something has failed.
   */
  | {
      readonly kind: 'ask';
      readonly slot: number;
      readonly local?: 'steady' | 'shaken';
      readonly whenTrue: Side;
      readonly whenFalse: Side;
    }
  /** A local number gets a value, and is compared. */
  | {
      readonly kind: 'number';
      readonly slot: number;
      readonly change: number | 'one more' | 'one less' | undefined;
      readonly next: MoveId;
    }
  | {
      readonly kind: 'count';
      readonly slot: number;
      readonly comparison: Comparison;
      readonly bound: number;
      readonly whenTrue: Side;
      readonly whenFalse: Side;
    }
  | { readonly kind: 'active'; readonly whenTrue: MoveId; readonly whenFalse: MoveId }
  /** Asks whether the partition is lost; a heartbeat throws then. */
  | { readonly kind: 'stale'; readonly whenTrue: MoveId; readonly whenFalse: MoveId }
  | ({ readonly kind: 'heartbeat' } & Onwards)
  /** The consumer is sent back to the message at hand; the handler returns. */
  | { readonly kind: 'sought' }
  /** The process ends itself. */
  | { readonly kind: 'quit' }
  | { readonly kind: 'turn'; readonly sides: readonly [Side, Side]; readonly bit?: number; readonly steady?: boolean }
  /**
   * The head of a loop over a message's items; one that `holds` the effect tells the judged item from another one. With
   * a number as `shape` it runs alike each time the message is handed over.
   */
  | {
      readonly kind: 'each';
      readonly bit: number;
      readonly holds: boolean;
      readonly shape?: number;
      readonly body: MoveId;
      readonly next: MoveId;
    }
  /** The head of a loop over the messages of the delivery, one after the other; in either order where it has a `bit`. */
  | { readonly kind: 'batch'; readonly bit?: number; readonly body: MoveId; readonly next: MoveId }
  /** Behind some loops, whichever way they were left. */
  | { readonly kind: 'leave'; readonly loops: readonly number[]; readonly batch: boolean; readonly next: MoveId }
  /** Work that nobody waits for: it runs now, or is put off; `maybe` it never runs at all. */
  | {
      readonly kind: 'detach';
      readonly now: MoveId;
      readonly later: MoveId;
      readonly maybe: boolean;
      readonly next: MoveId;
    }
  /** The end of work that was put off. */
  | { readonly kind: 'settled' }
  | TransactionAction
  | ({ readonly kind: 'database'; readonly verb: 'begin' | 'commit' | 'rollback' } & Onwards)
  | PositionAction
  | { readonly kind: 'exit' }
  | { readonly kind: 'failure' };

/**
 * Anything else that happens; what goes to Kafka is refused as the judged effect would be. `row` is the number of the row
 * that it keeps from everybody else until the transaction of the database ends; guards and rows are numbered together.
 */
type MayFailAction = {
  readonly kind: 'may-fail';
  readonly row?: number;
  readonly into?: 'outside' | 'database' | 'kafka';
  readonly refusedInside?: true;
  /** Nobody hears of its failure, but a transaction that it belongs to cannot be committed any more. */
  readonly quiet?: true;
} & Onwards;

/** The judged effect. `repeat: 'keep'` leaves one end state however often it runs. */
type TargetAction = {
  readonly kind: 'target';
  readonly repeat: 'count' | 'keep';
  readonly into: 'outside' | 'database' | 'kafka';
  /** The library refuses it while a transaction is open. */
  readonly refusedInside?: true;
  readonly quiet?: true;
  readonly row?: number;
  /** The guard whose record it is itself. */
  readonly records?: number;
  /** The guard that it asks and fills in one step; with `throws`, a second one fails. */
  readonly claims?: { readonly guard: number; readonly throws: boolean };
} & Recording;

type TransactionAction = {
  readonly kind: 'transaction';
  readonly verb: 'begin' | 'commit' | 'abort' | 'send-offsets';
  /** For a begin: which one in the source it is. */
  readonly site?: number;
  /** For a begin: the transactional id is the same in every process, so that it fences the predecessor. */
  readonly fences?: boolean;
  /** For a begin: its producer is made anew, and knows of no earlier transaction. */
  readonly anew?: true;
  /** For offsets: what is sent. */
  readonly offset?: OffsetValue;
} & Onwards;

type PositionAction = {
  readonly kind: 'position';
  readonly how: 'commit' | 'resolve';
  readonly offset?: OffsetValue;
} & Onwards;

/** One step with what a trace says about it. */
export type Move = Action & {
  readonly place: Place;
  readonly label: string;
  /** A statement of a database that refuses every further one in a transaction in which one has failed. */
  readonly aborting?: true;
  /** It takes no part in the transaction of the database around it. */
  readonly outside?: true;
};

export type MoveOf<K extends Move['kind']> = Move & { readonly kind: K };

/** How messages reach the unit and what moves its position. */
export interface Delivery {
  readonly kind: 'handler' | 'call';
  /** The unit is handed several messages at once. */
  readonly batch: boolean;
  /** The library takes the whole batch for processed when the handler returns. */
  readonly autoResolve: boolean;
  readonly autoCommit: boolean;
  readonly client: ClientProfile;
  readonly place: Place;
}

export interface Machine {
  readonly entry: MoveId;
  readonly moves: readonly Move[];
  /** By move: the bits of the slots that are still asked. */
  readonly slotMasks: readonly bigint[];
  /** By move: whether a later step asks what kind of error is at hand. */
  readonly asksError: readonly boolean[];
  readonly delivery: Delivery;
  /** `keeps`: doing it again leaves the same end state. */
  readonly target: {
    readonly label: string;
    readonly place: Place;
    readonly produce: boolean;
    readonly keeps: boolean;
  };
  readonly guards: readonly FollowedGuard[];
  /** True when a transaction of the database that nobody ends is still open in the next delivery. */
  readonly keepsConnection: boolean;
  /** True when some step can move the position or the offsets, so that a second message matters. */
  readonly movesPosition: boolean;
}

/** By guard number. `expires`: its record may be gone when the message comes again. */
export interface FollowedGuard {
  readonly label: string;
  readonly durable: boolean;
  readonly expires: boolean;
  /** False for one that is only around: its record may come from the effect's unit, but the effect does not depend on it. */
  readonly decides: boolean;
}
