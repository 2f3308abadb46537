import type { Edit } from './edit.ts';
import type { Place } from './place.ts';
import type { Trace } from './trace.ts';

/** Something that a unit does, by the name that a reader knows it by. */
export interface NamedStep {
  readonly label: string;
  readonly place: Place;
}

/** A place where the failure of an effect ends, so that the message counts as processed. */
export interface SwallowedFailure {
  /** A catch clause, a `.catch`, or a `return` or an offset commit in a `finally`. */
  readonly form: 'catch' | 'return' | 'offset';
  readonly place: Place;
  /** The effects whose failure ends here; at least one. */
  readonly failed: readonly NamedStep[];
  /** True when a Kafka transaction is aborted on the way. */
  readonly aborted: boolean;
  readonly trace: Trace;
  /** Lets the failure out; empty where the error has no name. */
  readonly rethrow: readonly Edit[];
}

/** How the runs of a handler end, as far as rules judge it. */
export interface HandlerOutcomes {
  readonly swallowed: readonly SwallowedFailure[];
}
