import type { Place } from './place.ts';

/**
 * What an effect has come to when a run with one crash is over; Jepsen's names where it has one. `once` is one end
 * state, however often it ran; `aborted-read` is once for a read_committed reader, and seen besides by one that reads
 * uncommitted; `left-out` is never, because the message's own data led elsewhere.
 */
export type EndState = 'duplicate' | 'lost-write' | 'aborted-read' | 'unknown' | 'once' | 'left-out';

/** Over the paths that lead to a point: on each, on some, on none. */
export type Extent = 'always' | 'sometimes' | 'never';

/** What a crash at one point does to one effect. */
export interface CrashOutcome {
  /** The effect's id. */
  readonly effect: string;
  /** In force when the process dies, so that it survives. */
  readonly kept: Extent;
  /** Pending in an open transaction, and dropped with it. */
  readonly dropped: Extent;
  /** Performed after the restart, again or for the first time. */
  readonly performed: Extent;
  /** Every way in which such a run may end, the worst first. */
  readonly ends: readonly EndState[];
}

/** A moment at which the process may die. */
export interface CrashPoint {
  /** Before the first step, after a step, after the handler's return, after the offset's commit that follows it. */
  readonly moment: 'before' | 'after' | 'returned' | 'committed';
  readonly place: Place;
  /** The step, in words. */
  readonly label: string;
  /** The calls that lead to it, outermost first. */
  readonly calls: readonly Place[];
  /** Whether the broker hands the same message over again. */
  readonly redelivered: Extent;
  /** The guards in memory whose record is lost. */
  readonly forgotten: readonly string[];
  /** In the order of the unit's effects. */
  readonly outcomes: readonly CrashOutcome[];
}

/** What a crash at each point of a unit leads to, in the order of the code. */
export interface CrashTable {
  readonly points: readonly CrashPoint[];
  /** The unit's own function and those that are entered from it. */
  readonly functions: readonly Place[];
}
