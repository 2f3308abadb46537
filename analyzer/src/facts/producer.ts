import type { Place } from './place.ts';
import type { OutOfSight, Written } from './written.ts';

/** A topic that somebody in the workspace writes, and whether in a transaction. */
export interface TopicWrite {
  readonly topic: string;
  readonly transactional: boolean;
  readonly place: Place;
}

/**
 * Where a transactional id comes from: `constant` is one text in every process, `derived` is made of something that may
 * differ between them (the environment, a partition), `unstable` is another one at every start.
 */
export type IdentityOrigin = 'constant' | 'derived' | 'unstable' | 'unknown';

/** A producer as the source constructs it. */
export interface Producer {
  readonly id: string;
  readonly place: Place;
  readonly library: string;
  /** The transactional id, when one is written. */
  readonly transactionalId?: Written & { readonly origin: IdentityOrigin };
}

/** A call on a producer or on its transaction, wherever it stands; one in a wrapper is stated once per use of it and producer. */
export interface ProducerCall {
  readonly kind: 'send' | 'begin';
  /** The callee, as in effects and transactions. */
  readonly place: Place;
  readonly label: string;
  /** The call of another file that leads to it. */
  readonly usedAt?: Written;
  /** True for a send on a transaction. */
  readonly transactional: boolean;
  /** The topics it may go to, as far as they resolve. */
  readonly topics: readonly string[];
  /** The topics that did not resolve, or not only to text. */
  readonly unresolved: readonly OutOfSight[];
  /** Ids of the producers it may be called on; empty when none is in sight. */
  readonly producers: readonly string[];
}
