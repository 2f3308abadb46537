// NATS 2: the connection, JetStream and what is kept in it. A stream knows the ids of the messages of its window.

export function connect(options?: any): Promise<NatsConnection>;
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
  jetstream(options?: any): JetStreamClient;
  jetstreamManager(options?: any): Promise<any>;
  flush(): Promise<void>;
  drain(): Promise<void>;
  close(): Promise<void>;
}

export interface JetStreamClient {
  /**
   * @eos write queue non-idempotent resource=0
   * @eos keyed by=2.msgID|2.headers.Nats-Msg-Id label=msgID
   * @eos key-slot property=msgID at=2
   */
  publish(subject: string, payload?: any, options?: any): Promise<any>;
  readonly views: Views;
}

export interface Views {
  kv: (name: string, options?: any) => Promise<KV>;
  os: (name: string, options?: any) => Promise<ObjectStore>;
}

export interface KV {
  /** @eos claim cache key=0 resource=0 */
  create(key: string, data: any): Promise<number>;
  /** @eos write cache idempotent resource=0 */
  put(key: string, data: any, options?: any): Promise<number>;
  /** @eos write cache idempotent resource=0 */
  update(key: string, data: any, version: number): Promise<number>;
  /** @eos write cache idempotent removes resource=0 */
  delete(key: string, options?: any): Promise<void>;
  /** @eos write cache idempotent removes resource=0 */
  purge(key: string, options?: any): Promise<void>;
  /** @eos read cache resource=0 */
  get(key: string, options?: any): Promise<any>;
}

export interface ObjectStore {
  /**
   * @eos write object-store non-idempotent resource=0.name
   * @eos keyed by=0.name label=name
   */
  put(meta: any, data: any, options?: any): Promise<any>;
  /**
   * @eos write object-store non-idempotent resource=0.name
   * @eos keyed by=0.name label=name
   */
  putBlob(meta: any, data: any, options?: any): Promise<any>;
  /** @eos write object-store idempotent removes resource=0 */
  delete(name: string): Promise<any>;
  /** @eos read object-store resource=0 */
  get(name: string): Promise<any>;
  /** @eos read object-store resource=0 */
  info(name: string): Promise<any>;
}
