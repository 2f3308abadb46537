import type { Edit } from './edit.ts';
import type { Place } from './place.ts';

/** An option that is handed to a Kafka library where it does not take effect. */
export interface MisplacedOption {
  readonly place: Place;
  readonly library: string;
  readonly name: string;
  /** Where it stands: `consumer()`. */
  readonly at: string;
  readonly otherwise: 'ignored' | 'throws';
  /** Where it would take effect: `autoCommit in run()`; absent when the library has nothing like it. */
  readonly home?: string;
  /** Moves it there, when that object is in sight. */
  readonly move: readonly Edit[];
}
