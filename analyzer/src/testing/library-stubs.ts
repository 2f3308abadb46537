import type { LibraryStub } from '../facts/library-stub.ts';
import { someClient } from './some-client.ts';
import { platformStub } from './platform-stub.ts';

/** A made-up Kafka library with one member for each thing that can be done with Kafka. */
export const kafkaStub: LibraryStub = {
  specifier: 'some-kafka',
  packageName: 'some-kafka',
  role: 'kafka',
  fileName: '/stubs/some-kafka.d.ts',
  profile: someClient,
  text: `
export class Kafka {
  constructor(config?: object);
  /** @eos create-producer options=0 */
  producer(config?: ProducerConfig): Producer;
  /** @eos create-consumer options=0 */
  consumer(config: ConsumerConfig): Consumer;
}
export interface ProducerConfig {
  /** @eos option transactional-id */
  transactionalId?: string;
  /** @eos option idempotent default=false */
  idempotent?: boolean;
}
export interface ConsumerConfig {
  /** @eos option group-id */
  groupId: string;
  /** @eos option read-uncommitted default=false */
  readUncommitted?: boolean;
}
export interface RunConfig {
  /** @eos option auto-commit default=true */
  autoCommit?: boolean;
  /** @eos option auto-resolve default=true */
  autoResolve?: boolean;
  concurrency?: number;
  eachMessage?: (payload: Payload) => Promise<void>;
  eachBatch?: (payload: BatchPayload) => Promise<void>;
}
export interface Outgoing { topic: string; messages: { key?: any; value: any }[] }
export interface Producer {
  /** @eos produce topic=0.topic */
  send(record: Outgoing): Promise<void>;
  /** @eos begin */
  transaction(): Promise<Transaction>;
}
export interface Transaction {
  /** @eos produce in-transaction topic=0.topic */
  send(record: Outgoing): Promise<void>;
  /** @eos send-offsets group=0.consumerGroupId */
  sendOffsets(offsets: object): Promise<void>;
  /** @eos commit */
  commit(): Promise<void>;
  /** @eos abort */
  abort(): Promise<void>;
  /** @eos is-active */
  isActive(): boolean;
}
export interface Consumer {
  /** @eos subscribe topic=0.topic|0.topics.*|0.topics */
  subscribe(subscription: { topic?: string; topics?: string[] }): Promise<void>;
  /** @eos consume each-message=0.eachMessage each-batch=0.eachBatch options=0 */
  run(config?: RunConfig): Promise<void>;
  /** @eos commit-offsets */
  commitOffsets(offsets: object[]): Promise<void>;
}
export interface Payload {
  /** @eos message */
  topic: string;
  /** @eos message */
  partition: number;
  /** @eos message */
  message: Message;
  heartbeat(): Promise<void>;
}
export interface BatchPayload {
  /** @eos message */
  batch: { topic: string; partition: number; messages: Message[] };
  /** @eos resolve-offset */
  resolveOffset(offset: string): void;
  /** @eos commit-offsets-if-necessary */
  commitOffsetsIfNecessary(offsets?: object): Promise<void>;
  uncommittedOffsets(): object;
}
export interface Message {
  /** @eos message */
  key: Buffer | null;
  /** @eos message */
  value: Buffer | null;
  /** @eos message */
  offset: string;
  /** @eos message */
  timestamp: string;
  /** @eos message */
  headers?: { [name: string]: Buffer };
}
`,
};

/** A made-up library of systems outside Kafka, one method per kind of call. */
const sinksStub: LibraryStub = {
  specifier: 'some-sinks',
  packageName: 'some-sinks',
  role: 'sink',
  fileName: '/stubs/some-sinks.d.ts',
  text: `
export class Bank {
  constructor(url?: string);
  /**
   * @eos write payment non-idempotent
   * @eos keyed by=1.idempotencyKey
   * @eos key-slot property=idempotencyKey at=1
   */
  charge(order: object, options?: { idempotencyKey?: string }): Promise<{ id: string }>;
}
export class Database {
  constructor(url?: string);
  /** @eos write database non-idempotent resource=0 */
  insert(table: string, row: object): Promise<void>;
  /** @eos write database idempotent resource=0 */
  upsert(table: string, row: object): Promise<void>;
  /** @eos claim database key=1 resource=0 */
  claim(table: string, row: object): Promise<boolean>;
  /** @eos read database resource=0 */
  find(table: string, where: object): Promise<{ id: string; version: number; status: string } | null>;
  /** @eos db-transaction run=0 */
  transaction<T>(work: (database: Database) => Promise<T>): Promise<T>;
  /** @eos sql text=0 dialect=postgresql */
  query(text: string, values?: any[]): Promise<{ rows: any[]; rowCount: number }>;
  close(): Promise<void>;
}
/** @eos retries 0 */
export function retrying<T>(work: () => Promise<T>): Promise<T>;
`,
};

/** A made-up library of ways to make an id. */
const idsStub: LibraryStub = {
  specifier: 'some-ids',
  packageName: 'some-ids',
  role: 'sink',
  fileName: '/stubs/some-ids.d.ts',
  text: `
/** @eos unstable random */
export function v4(): string;
/** @eos pure */
export function v5(name: any, namespace: string): string;
/** @eos unstable random */
export function randomUUID(): string;
/** @eos pure */
export function createHash(name: string): Hash;
export interface Hash {
  /** @eos pure */
  update(data: any): Hash;
  /** @eos pure */
  digest(encoding?: string): string;
}
export function unseen(value: any): any;
`,
};

export const testStubs: readonly LibraryStub[] = [platformStub, kafkaStub, sinksStub, idsStub];
