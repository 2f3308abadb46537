import type { Place } from './place.ts';

/** A check on an earlier record of the message that decides whether an effect runs. */
export interface Guard {
  readonly id: string;
  /** `memory` lives in this process; `durable` survives it. */
  readonly store: 'memory' | 'durable';
  /**
   * Check and record in one step (`INSERT … ON CONFLICT DO NOTHING`, `SET NX`), or in two; or a unique key whose second
   * insert throws and that nobody asks.
   */
  readonly form: 'claim' | 'check' | 'constraint';
  /** The check: for a container in memory, the lookup. */
  readonly place: Place;
  /** The container, table or key, as the user wrote it. */
  readonly label: string;
  /** Where the record is written. */
  readonly records: readonly Place[];
  /** When the record is gone by itself, as far as that is written. */
  readonly expiry?: Expiry;
}

/** A time to live. */
export interface Expiry {
  readonly seconds: number;
  /** The expression that introduces the value. */
  readonly place: Place;
}
