import type { Place } from './place.ts';
import type { IdentityOrigin } from './producer.ts';

/** The transactional id of a producer as the source constructs it. */
export interface TransactionalIdentity {
  /** The expression that introduces the value; where none is written, the call that makes the producer. */
  readonly value: Place;
  /** The option; where none is written, the call that makes the producer. */
  readonly option: Place;
  /** `invented`: none is written, and the library makes up a random one. */
  readonly origin: IdentityOrigin | 'invented';
  /** The text of a constant id. */
  readonly text?: string;
  /** The call that makes the producer. */
  readonly producer: Place;
  /** Whether anybody in the workspace begins a transaction on it; unknown where a begin does not show its producer. */
  readonly begun: boolean | 'unknown';
  /** Its library sends plainly on the producer itself, whatever the id. */
  readonly sendsPlainly: boolean;
  /** Some transaction of it moves offsets. */
  readonly movesOffsets: boolean;
  /** It is made for one call and closed in it. */
  readonly closedInCall: boolean;
  /** What makes a new producer each time: a handler, a route, a timer. */
  readonly madeFor?: Place;
  /** A consumer group that the same service joins. */
  readonly group?: Place;
  /** The producers that are given the same constant, this one included. */
  readonly sharers: number;
}
