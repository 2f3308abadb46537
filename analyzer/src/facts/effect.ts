import type { Edit } from './edit.ts';
import type { Key } from './key.ts';
import type { Place } from './place.ts';

/** The systems that an external write can change. `person` is mail, SMS, push, chat or voice through a provider. */
export type SinkCategory =
  'database' | 'http' | 'payment' | 'person' | 'object-store' | 'cache' | 'search' | 'queue' | 'file';

/** What a second execution of the same write does. */
export type Repeatability =
  /** `vouchedFor`: nothing shows it but a tag of the user's. */
  | { readonly kind: 'idempotent'; readonly vouchedFor?: true }
  | { readonly kind: 'keyed'; readonly key: Key }
  | { readonly kind: 'unstable-key'; readonly key: Key }
  | { readonly kind: 'non-idempotent' }
  | { readonly kind: 'unknown'; readonly because: string };

/** A change of the code that would make a write repeatable; verified by analysing the changed text. */
export interface Remedy {
  readonly kind: 'idempotency-key' | 'stable-key' | 'conflict-clause' | 'upsert';
  readonly edits: readonly Edit[];
}

/**
 * What an effect is known by for as long as the code means the same: no line, and no name that only one function knows.
 * Several effects of a unit may share it.
 */
export interface EffectIdentity {
  /** The label without a local receiver: `paymentIntents.create`, `INSERT INTO postings`. */
  readonly name: string;
  /** Table, collection or topics, where they are known. */
  readonly resource?: string;
  /** The functions and classes that the call stands in, outermost first: `Ledger.post`; empty at the top of a file. */
  readonly within: string;
}

/** A write on a system that is not Kafka. */
export interface ExternalWrite {
  readonly kind: 'external-write';
  readonly id: string;
  readonly identity: EffectIdentity;
  readonly place: Place;
  /** How the user would name it: `stripe.paymentIntents.create`, `INSERT INTO postings`. */
  readonly label: string;
  readonly category: SinkCategory;
  readonly library: string;
  /** Table, collection, model, key or URL, where it is known. */
  readonly resource?: string;
  readonly repeatability: Repeatability;
  readonly remedies: readonly Remedy[];
}

/** A message handed to Kafka. */
export interface Produce {
  readonly kind: 'produce';
  readonly id: string;
  readonly identity: EffectIdentity;
  readonly place: Place;
  readonly label: string;
  readonly library: string;
  /** True for a send on a transaction, false for a send on the producer itself. */
  readonly transactional: boolean;
  /** The topics it may go to; empty when unknown. */
  readonly topics: readonly string[];
  /** The producers behind it that are certain to be neither idempotent nor transactional. */
  readonly plainProducers?: readonly PlainProducer[];
}

/** A producer whose own retries may repeat a message. */
export interface PlainProducer {
  /** The callee of its construction. */
  readonly place: Place;
  /** What its library calls the option. */
  readonly option: string;
  /** Makes it idempotent; empty where its options are not in sight. */
  readonly remedy: readonly Edit[];
}

export type Effect = ExternalWrite | Produce;
