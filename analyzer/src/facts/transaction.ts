import type { Edit } from './edit.ts';
import type { Key } from './key.ts';
import type { Place } from './place.ts';
import type { Trace } from './trace.ts';

/** A Kafka transaction, from its begin to every place where it is settled. */
export interface Transaction {
  readonly id: string;
  /** The begin. */
  readonly place: Place;
  /** The transactional id of its producer, where it is in sight: an unstable one fences no zombie. */
  readonly transactionalId?: Key;
  /** Commits that some path reaches with something sent and no offsets in the transaction. */
  readonly commitsWithoutOffsets: readonly CommitWithoutOffsets[];
  /** True when some path sends offsets in it. */
  readonly sendsOffsets: boolean;
  /** True when some path commits it. */
  readonly commits: boolean;
}

export interface CommitWithoutOffsets {
  readonly place: Place;
  readonly trace: Trace;
  /** Sends the offset before the commit; empty where the group or the message cannot be named there. */
  readonly remedy: readonly Edit[];
}

/** An offset commit by hand, of any form, that does not go through a transaction. */
export interface OffsetCommit {
  readonly place: Place;
  readonly label: string;
  /** True when some path of the unit both begins a transaction and reaches this commit. */
  readonly besideTransaction: boolean;
  readonly trace: Trace;
  /** The edits that drop the commit, where it stands alone as a statement. */
  readonly removal: readonly Edit[];
}
