import { BrokerError } from '../../sinks/kafka/broker-error.ts';

export class KafkaJSError extends Error {
  readonly retriable: boolean;

  constructor(message: unknown, { retriable = true }: { readonly retriable?: boolean } = {}) {
    super(message instanceof Error ? message.message : String(message));
    this.name = new.target.name;
    this.retriable = retriable;
  }
}

/** Thrown out of a handler, it stops the consumer: the library neither retries nor restarts. */
export class KafkaJSNonRetriableError extends KafkaJSError {
  constructor(message: unknown) {
    super(message, { retriable: false });
  }
}

export class KafkaJSProtocolError extends KafkaJSError {
  readonly type: string;

  constructor({ type }: BrokerError) {
    super(`The broker answered ${type}`, { retriable: false });
    this.type = type;
  }
}

export class KafkaJSNumberOfRetriesExceeded extends KafkaJSNonRetriableError {}
export class KafkaJSConnectionError extends KafkaJSError {}
export class KafkaJSRequestTimeoutError extends KafkaJSError {}

/** What the broker says, in the library's words. */
export function inLibraryWords<T>(ask: () => T): T {
  try {
    return ask();
  } catch (error) {
    throw error instanceof BrokerError ? new KafkaJSProtocolError(error) : error;
  }
}
