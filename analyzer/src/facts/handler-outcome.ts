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

/** The position moves past a message before its work is done. */
export interface EarlyOffset {
  /** A call that commits or resolves, the commit of a transaction, or an option by which the client does it itself. */
  readonly form: 'call' | 'transaction' | 'option';
  readonly place: Place;
  /** The call or the option, by its name. */
  readonly label: string;
  /** What runs after it; at least one. */
  readonly effects: readonly NamedStep[];
  readonly trace: Trace;
  /** Puts the call behind the rest of its block. */
  readonly move: readonly Edit[];
}

/** Work that is started and not waited for. */
export interface FloatingWork {
  /**
   * A promise that is dropped, callbacks whose promises are, a timer, a queue or a list of the process, or a call that
   * tells a callback when it is over; or something is awaited `inVain` because it is no promise.
   */
  readonly form: 'dropped' | 'callbacks' | 'timer' | 'queued' | 'told' | 'parked' | 'inVain';
  /** The outermost call that drops it. */
  readonly place: Place;
  readonly label: string;
  /** The first effect that it leads to. */
  readonly effect: NamedStep;
  readonly trace: Trace;
  /** Waits for it; empty where that takes more than a word. */
  readonly awaiting: readonly Edit[];
}

/** An offset that is not the one which a call wants. */
export interface WrongOffset {
  /** The message's own where the next one is wanted, text and number joined, the next one where its own is wanted. */
  readonly kind: 'behind' | 'joined' | 'ahead';
  /** Where the value is written that reaches the call. */
  readonly place: Place;
  readonly sink: NamedStep;
  readonly trace: Trace;
  readonly correction: readonly Edit[];
}

/** A batch that its handler leaves early, while the library takes it for processed up to its end. */
export interface DroppedTail {
  /** The `break` or `return`. */
  readonly place: Place;
  /** The option by which the library resolves the batch. */
  readonly option: string;
  readonly trace: Trace;
  /** Leaves it to the handler to resolve what it has handled; empty where that cannot be written. */
  readonly switchOff: readonly Edit[];
}

/** A handler whose consumer commits nothing by itself, while nothing in the workspace commits for it either. */
export interface UncommittedInput {
  /** The option that switches auto-commit off. */
  readonly place: Place;
  readonly option: string;
  readonly trace: Trace;
}

/** How the runs of a handler end, as far as rules judge it. */
export interface HandlerOutcomes {
  readonly swallowed: readonly SwallowedFailure[];
  readonly early: readonly EarlyOffset[];
  readonly floating: readonly FloatingWork[];
  readonly wrongOffsets: readonly WrongOffset[];
  readonly droppedTails: readonly DroppedTail[];
  readonly uncommitted?: UncommittedInput;
}
