import type { Place } from './place.ts';

/**
 * Where a value comes from, as far as redelivery is concerned: `stable` is the same on every redelivery and differs
 * between messages, `unstable` depends on a random source, a clock, a counter, a process or an attempt, `constant`
 * is the same for every message.
 */
export type Stability = 'stable' | 'unstable' | 'constant' | 'unknown';

export interface Key {
  readonly stability: Stability;
  readonly place: Place;
  /** For an unstable key: the expression that introduces the instability. */
  readonly origin?: Place;
  /** For a unique key of a table: where the workspace declares it. */
  readonly declaredAt?: Declared;
}

/** A line of a file; `file` is relative to the workspace, `line` is 1-based. */
export interface Declared {
  readonly file: string;
  readonly line: number;
}
