import type { Words } from '../kafka/transaction-state.ts';

/** What librdkafka reports, to callbacks as well as by throwing. */
export class LibrdKafkaError extends Error {
  readonly code: number;
  readonly errno: number;
  readonly origin = 'local';
  readonly isFatal: boolean;
  readonly isRetriable = false;
  readonly isTxnRequiresAbort: boolean;

  constructor(message: string, code: number, isFatal = false) {
    super(message);
    this.code = code;
    this.errno = code;
    this.isFatal = isFatal;
    this.isTxnRequiresAbort = !isFatal;
  }
}

const states = { erroneous: -172, fenced: -144, conflict: -173, broker: -1 } as const;

export const words: Words = {
  refused: ({ type }) =>
    type === 'INVALID_PRODUCER_EPOCH'
      ? new LibrdKafkaError('Local: This instance has been fenced by a newer instance', states.fenced, true)
      : new LibrdKafkaError(`Broker: ${type}`, states.broker),
  wrongState: (message) => new LibrdKafkaError(`Local: Erroneous state: ${message}`, states.erroneous),
};
