// NATS 3, the connection.

export function headers(code?: number, description?: string): MsgHdrs;

export interface MsgHdrs {
  append(name: string, value: string): void;
  set(name: string, value: string): void;
  get(name: string): string;
}

export interface NatsConnection {
  /** @eos write queue non-idempotent resource=0 */
  publish(subject: string, payload?: any, options?: any): void;
  /** @eos write queue unknown resource=0 */
  request(subject: string, payload?: any, options?: any): Promise<any>;
  flush(): Promise<void>;
  drain(): Promise<void>;
  close(): Promise<void>;
}
