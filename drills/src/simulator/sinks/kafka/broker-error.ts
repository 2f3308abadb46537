/** An error code of the Kafka protocol. */
export type BrokerErrorType =
  | 'INVALID_PRODUCER_EPOCH'
  | 'INVALID_TXN_STATE'
  | 'ILLEGAL_GENERATION'
  | 'REBALANCE_IN_PROGRESS'
  | 'UNKNOWN_TOPIC_OR_PARTITION';

/** The broker's refusal, before a library puts its own words around it. */
export class BrokerError extends Error {
  readonly type: BrokerErrorType;

  constructor(type: BrokerErrorType) {
    super(type);
    this.type = type;
  }
}
