/** The partition that units are fed from: not 0, which too much code takes for "none". */
export const fedPartition = 1;

/** A record as a consumer fetches it. */
export interface FetchedRecord {
  readonly offset: number;
  /** The id of the input message. */
  readonly id: string;
  readonly key: string | undefined;
  readonly value: string;
  readonly headers: Readonly<Record<string, string>>;
}

export type DeliveryOutcome =
  | { readonly kind: 'returned' }
  /** `fatal`: the library stops the consumer instead of delivering again. */
  | { readonly kind: 'threw'; readonly error: string; readonly fatal: boolean };

/** A consumer whose handler runs: what a Kafka library does with the records that it fetches. */
export interface RunningConsumer {
  readonly groupId: string;
  readonly topics: readonly string[];
  readonly readUncommitted: boolean;
  readonly delivery: 'each-message' | 'each-batch';
  /** The next offset that this process fetches; it moves without anything durable moving. */
  readonly position: number;
  /** Told where it begins before the first delivery. */
  assign(topic: string, position: number): void;
  deliver(records: readonly FetchedRecord[]): Promise<DeliveryOutcome>;
}
