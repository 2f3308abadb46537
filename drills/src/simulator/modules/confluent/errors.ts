import type { BrokerError } from '../../sinks/kafka/broker-error.ts';
import type { Words } from '../kafka/transaction-state.ts';

export class KafkaJSError extends Error {
  readonly retriable = false;
  readonly fatal: boolean;
  readonly abortable: boolean;
  readonly type: string | undefined;

  constructor(message: string, { type, fatal = false }: { readonly type?: string; readonly fatal?: boolean } = {}) {
    super(message);
    this.name = 'KafkaJSError';
    this.type = type;
    this.fatal = fatal;
    this.abortable = type !== undefined && !fatal;
  }
}

export class KafkaJSNotImplemented extends KafkaJSError {}

export const words: Words = {
  refused: ({ type }: BrokerError) =>
    new KafkaJSError(`Broker: ${type}`, { type, fatal: type === 'INVALID_PRODUCER_EPOCH' }),
  wrongState: (message) => new KafkaJSError(`Local: Erroneous state: ${message}`),
};
