// NATS 3, JetStream: a stream knows the ids of the messages of its window.

export function jetstream(connection: any, options?: any): JetStreamClient;
export function jetstreamManager(connection: any, options?: any): Promise<any>;

export interface JetStreamClient {
  /**
   * @eos write queue non-idempotent resource=0
   * @eos keyed by=2.msgID|2.headers.Nats-Msg-Id label=msgID
   * @eos key-slot property=msgID at=2
   */
  publish(subject: string, payload?: any, options?: any): Promise<any>;
}
