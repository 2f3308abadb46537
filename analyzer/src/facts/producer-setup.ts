import type { Place } from './place.ts';

/** What a library asks of a producer that is idempotent or has a transactional id; data of its major version. */
export interface ProducerLimits {
  /** A transactional id makes the producer idempotent. */
  readonly idempotentByTransactionalId: boolean;
  /** What becomes of a producer that is idempotent and set up otherwise. */
  readonly otherwise: 'throws' | 'overruled';
  /** It must be allowed to retry. */
  readonly needsRetries: boolean;
  /** The most requests in flight, where there is a limit. */
  readonly maxInFlight?: number;
  /** A message may not live longer than its transaction; in milliseconds, the transaction's default. */
  readonly transactionTimeoutMs?: number;
  /** A transaction begins on an idempotent producer only, whatever its transactional id. */
  readonly transactionNeedsIdempotence: boolean;
}

/** What is known of a setting that may be on or off. */
export interface Said {
  readonly value: boolean | 'absent' | 'unknown';
  readonly name: string;
  /** The setting if it is written, else the call that lacks it. */
  readonly place: Place;
}

/** A setting whose value is known. */
export interface KnownSetting {
  readonly name: string;
  readonly place: Place;
  readonly value: string | number | boolean;
}

/** `unknown` where something is written that cannot be followed, or may be missing. */
export type Setting = KnownSetting | 'unknown' | 'absent';

/** How one producer is set up, as seen from one way of getting there. */
export interface ProducerSetup {
  /** The callee of the construction. */
  readonly place: Place;
  readonly library: string;
  readonly limits: ProducerLimits;
  readonly idempotent: Said;
  readonly transactional: Said;
  readonly acks: Setting;
  readonly retries: Setting;
  readonly maxInFlight: Setting;
  readonly messageTimeout: Setting;
  readonly transactionTimeout: Setting;
  /** Sends that say for themselves how many acknowledgements they want. */
  readonly sends: readonly { readonly inTransaction: boolean; readonly acks: KnownSetting }[];
  /** Where transactions are begun on it. */
  readonly begins: readonly Place[];
}
