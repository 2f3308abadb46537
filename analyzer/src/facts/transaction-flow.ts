import type { Edit } from './edit.ts';
import type { Place } from './place.ts';
import type { Trace } from './trace.ts';

/** A transaction that some path of its unit leaves neither committed nor aborted. */
export interface Unsettled {
  /** The begin; behind a wrapper, where the caller receives the handle. */
  readonly begin: Place;
  /** How the path ends: it throws, it returns, or it begins the next transaction. */
  readonly end: 'throws' | 'returns' | 'beginsAgain';
  readonly trace: Trace;
  /** Aborts and rethrows in a catch around what follows the begin. */
  readonly edits: readonly Edit[];
}

/** A message that is sent past the transaction that is open around it. */
export interface Bypass {
  readonly send: Place;
  readonly label: string;
  readonly begin: Place;
  /** What becomes of it: it is visible at once, or the library refuses it. */
  readonly fate: 'outside' | 'rejected';
  readonly trace: Trace;
  /** Sends it in the transaction instead, where the handle is in sight and the producer is the same. */
  readonly edits: readonly Edit[];
}

/** A failure inside a transaction that is caught, so that a path goes on to commit without what failed. */
export interface FailedSend {
  /** The catch clause, or the `.catch` member. */
  readonly caught: Place;
  readonly send: Place;
  readonly label: string;
  readonly commit: Place;
  readonly trace: Trace;
  /** Rethrows at the end of the clause; empty where there is no clause. */
  readonly edits: readonly Edit[];
}

/** An abort that can only fail, because the commit before it has, and whose error takes the place of that one's. */
export interface AbortAfterFailedCommit {
  readonly abort: Place;
  readonly commit: Place;
  readonly trace: Trace;
  /** Puts the abort under the condition that the transaction is active. */
  readonly edits: readonly Edit[];
}

/** A send, a sendOffsets or a commit on a transaction that the path has already settled. */
export interface UseAfterSettle {
  readonly use: Place;
  readonly label: string;
  readonly settled: Place;
  readonly how: 'committed' | 'aborted';
  readonly trace: Trace;
}

/** What some path of a unit does with a transaction that no path should, exceptional ones included. */
export interface TransactionFlow {
  readonly unsettled: readonly Unsettled[];
  readonly bypasses: readonly Bypass[];
  readonly failedSends: readonly FailedSend[];
  readonly abortsAfterFailedCommit: readonly AbortAfterFailedCommit[];
  readonly usesAfterSettle: readonly UseAfterSettle[];
}
