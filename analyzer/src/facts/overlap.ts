import type { Place } from './place.ts';

/** A begin that one producer can come to while an earlier transaction of it is open. */
export interface Overlap {
  readonly begin: Place;
  /**
   * Why two runs overlap: elements of a collection are handled at once, partitions are, a listener is not waited for, or
   * a server or a timer starts the next run.
   */
  readonly how: 'elements' | 'partitions' | 'listener' | 'requests';
  /** What starts the runs. */
  readonly runs: Place;
}
