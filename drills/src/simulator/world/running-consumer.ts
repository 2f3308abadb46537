/** The partition that units are fed from: not 0, which too much code takes for "none". */
export const fedPartition = 1;

/**
 * The offset of the first message. Far enough from 0 that an offset joined to a text is far off, and no number that means
 * anything else, so that what was made from it can be recognised.
 */
export const firstOffset = 70_041;

export function offsetOfMessage(index: number): string {
  return String(firstOffset + index);
}

/** A record as a consumer fetches it. */
export interface FetchedRecord {
  readonly offset: number;
  /** The id of the input message. */
  readonly id: string;
  readonly key: string | undefined;
  readonly value: string | null;
  readonly headers: Readonly<Record<string, string>>;
}

export type DeliveryOutcome =
  | { readonly kind: 'returned' }
  /** `fatal`: the library stops the consumer instead of delivering again. `endsProcess`: nobody catches the error. */
  | { readonly kind: 'threw'; readonly error: string; readonly fatal: boolean; readonly endsProcess?: true };

/** A consumer whose handler runs: what a Kafka library does with the records that it fetches. */
export interface RunningConsumer {
  readonly groupId: string;
  readonly topics: readonly string[];
  readonly readUncommitted: boolean;
  readonly delivery: 'each-message' | 'each-batch';
  /** Its library gives a partition away only when the handler is done, and what that commits is still accepted. */
  readonly awaitsHandler?: boolean;
  /** It hands over the next message when the process is at rest, whatever its handler did not wait for. */
  readonly settles?: boolean;
  /** The next offset that this process fetches; it moves without anything durable moving. */
  readonly position: number;
  /** Told where it begins before the first delivery. */
  assign(topic: string, position: number): void;
  deliver(records: readonly FetchedRecord[]): Promise<DeliveryOutcome>;
}
