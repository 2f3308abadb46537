// @platformatic/kafka 1 and 2. Messages come as a stream; the transaction is an object of its own.

import EventEmitter = require('node:events');
import { Readable, Writable } from 'node:stream';

type Callback<Result> = (error: Error | null, result: Result) => void;

export interface BaseOptions {
  clientId: string;
  bootstrapBrokers: any[];
  timeout?: number;
  retries?: number | boolean;
  retryDelay?: any;
  metadataMaxAge?: number;
  autocreateTopics?: boolean;
  strict?: boolean;
  metrics?: any;
}

export class Base extends EventEmitter {
  readonly clientId: string;
  readonly instanceId: number;
  /** @eos calls 1 later */
  on(event: string, listener: (...args: any[]) => void): this;
  isConnected(): boolean;
  /** @eos calls 1 back */
  metadata(options: any, callback?: Callback<any>): Promise<any>;
}

export interface ConsumeBaseOptions<Key, Value, HeaderKey, HeaderValue> {
  /** @eos option auto-commit default=true */
  autocommit?: boolean | number;
  /** @eos option read-uncommitted default=false on=0 */
  isolationLevel?: number;
  minBytes?: number;
  maxBytes?: number;
  maxWaitTime?: number;
  deserializers?: Partial<Deserializers<Key, Value, HeaderKey, HeaderValue>>;
  highWaterMark?: number;
}

export interface GroupOptions {
  sessionTimeout?: number;
  rebalanceTimeout?: number;
  heartbeatInterval?: number;
}

export type ConsumerOptions<Key, Value, HeaderKey, HeaderValue> = BaseOptions & {
  /** @eos option group-id */
  groupId: string;
} & GroupOptions &
  ConsumeBaseOptions<Key, Value, HeaderKey, HeaderValue>;

export type ConsumeOptions<Key, Value, HeaderKey, HeaderValue> = {
  topics: string[];
  mode?: string;
  fallbackMode?: string;
  maxFetches?: number;
  offsets?: any[];
} & GroupOptions &
  ConsumeBaseOptions<Key, Value, HeaderKey, HeaderValue>;

export class Consumer<Key = Buffer, Value = Buffer, HeaderKey = Buffer, HeaderValue = Buffer> extends Base {
  /**
   * @eos create-consumer options=0
   * @eos settings consumer at=0
   */
  constructor(options: ConsumerOptions<Key, Value, HeaderKey, HeaderValue>);
  groupId: string;
  generationId: number;
  memberId: string | null;
  /**
   * @eos subscribe topic=0.topics.*|0.topics options=0
   * @eos settings consume at=0
   * @eos misuse committed-offsets-ignored at=0.mode
   * @eos calls 1 back
   */
  consume(
    options: ConsumeOptions<Key, Value, HeaderKey, HeaderValue>,
    callback?: Callback<MessagesStream<Key, Value, HeaderKey, HeaderValue>>,
  ): Promise<MessagesStream<Key, Value, HeaderKey, HeaderValue>>;
  /**
   * @eos commit-offsets
   * @eos calls 1 back
   */
  commit(options: { offsets: any[] }, callback?: Callback<void>): Promise<void>;
  /** @eos calls 1 back */
  fetch(options: any, callback?: Callback<any>): Promise<any>;
  /** @eos calls 1 back */
  listOffsets(options: any, callback?: Callback<any>): Promise<Map<string, bigint[]>>;
  /** @eos calls 1 back */
  listCommittedOffsets(options: any, callback?: Callback<any>): Promise<Map<string, bigint[]>>;
  /** @eos calls 1 back */
  getLag(options: any, callback?: Callback<any>): Promise<any>;
  /** @eos calls 1 back */
  joinGroup(options?: any, callback?: Callback<string>): Promise<string>;
  /** @eos calls 1 back */
  leaveGroup(force?: any, callback?: Callback<void>): Promise<void>;
  isActive(): boolean;
  /** @eos calls 1 back */
  close(force?: any, callback?: Callback<void>): Promise<void>;
}

export class MessagesStream<Key, Value, HeaderKey, HeaderValue> extends Readable {
  readonly consumer: Consumer<Key, Value, HeaderKey, HeaderValue>;
  /** @eos when 0=data consume each-message=1 */
  on(event: 'data', listener: (message: Message<Key, Value, HeaderKey, HeaderValue>) => void): this;
  /** @eos calls 1 later */
  on(event: string, listener: (...args: any[]) => void): this;
  /** @eos when 0=data consume each-message=1 */
  addListener(event: 'data', listener: (message: Message<Key, Value, HeaderKey, HeaderValue>) => void): this;
  /** @eos calls 1 later */
  addListener(event: string, listener: (...args: any[]) => void): this;
  /** @eos consume each-message=0 */
  forEach(listener: (message: Message<Key, Value, HeaderKey, HeaderValue>) => any, options?: any): Promise<void>;
  /** @eos iterate each-message */
  [Symbol.asyncIterator](): AsyncIterableIterator<Message<Key, Value, HeaderKey, HeaderValue>>;
  /** @eos calls 0 back */
  close(callback?: Callback<void>): Promise<void>;
  isActive(): boolean;
  isConnected(): boolean;
}

/** @eos message */
export interface Message<Key = Buffer, Value = Buffer, HeaderKey = Buffer, HeaderValue = Buffer> {
  key: Key;
  value: Value;
  topic: string;
  partition: number;
  timestamp: bigint;
  headers: Map<HeaderKey, HeaderValue>;
  offset: bigint;
  metadata: any;
  /**
   * @eos commit-offsets
   * @eos calls 0 back
   */
  commit(callback?: (error?: Error) => void): void | Promise<void>;
  toJSON(): any;
}

export interface MessageToProduce<Key = Buffer, Value = Buffer, HeaderKey = Buffer, HeaderValue = Buffer> {
  topic: string;
  key?: Key;
  value?: Value;
  partition?: number;
  timestamp?: bigint;
  headers?: Map<HeaderKey, HeaderValue> | { [name: string]: HeaderValue };
  metadata?: unknown;
}

export interface ProduceOptions<Key, Value, HeaderKey, HeaderValue> {
  /** @eos option idempotent default=false */
  idempotent?: boolean;
  producerId?: bigint;
  producerEpoch?: number;
  /** @eos option acks */
  acks?: number;
  compression?: any;
  partitioner?: any;
  autocreateTopics?: boolean;
}

export type ProducerOptions<Key, Value, HeaderKey, HeaderValue> = BaseOptions &
  ProduceOptions<Key, Value, HeaderKey, HeaderValue> & {
    /** @eos option transactional-id default=random */
    transactionalId?: string;
    serializers?: Partial<Serializers<Key, Value, HeaderKey, HeaderValue>>;
  };

export type SendOptions<Key, Value, HeaderKey, HeaderValue> = {
  messages: MessageToProduce<Key, Value, HeaderKey, HeaderValue>[];
} & ProduceOptions<Key, Value, HeaderKey, HeaderValue>;

export interface ProduceResult {
  offsets?: any[];
  unwritableNodes?: number[];
}

export class Producer<Key = Buffer, Value = Buffer, HeaderKey = Buffer, HeaderValue = Buffer> extends Base {
  /**
   * @eos create-producer options=0
   * @eos settings producer at=0
   */
  constructor(options: ProducerOptions<Key, Value, HeaderKey, HeaderValue>);
  readonly producerId: bigint | undefined;
  readonly producerEpoch: number | undefined;
  /** The transaction that is open. */
  readonly transaction: Transaction<Key, Value, HeaderKey, HeaderValue> | undefined;
  /**
   * @eos produce topic=0.messages.*.topic
   * @eos settings send at=0
   * @eos calls 1 back
   */
  send(
    options: SendOptions<Key, Value, HeaderKey, HeaderValue>,
    callback?: Callback<ProduceResult>,
  ): Promise<ProduceResult>;
  /**
   * @eos begin
   * @eos settings begin at=0
   * @eos calls 1 back
   */
  beginTransaction(
    options?: ProduceOptions<Key, Value, HeaderKey, HeaderValue>,
    callback?: Callback<Transaction<Key, Value, HeaderKey, HeaderValue>>,
  ): Promise<Transaction<Key, Value, HeaderKey, HeaderValue>>;
  /** @eos calls 1 back */
  initIdempotentProducer(options: any, callback?: Callback<any>): Promise<any>;
  asStream(options?: any): ProducerStream<Key, Value, HeaderKey, HeaderValue>;
  /** @eos calls 1 back */
  close(force?: any, callback?: Callback<void>): Promise<void>;
}

export class ProducerStream<Key, Value, HeaderKey, HeaderValue> extends Writable {
  readonly producer: Producer<Key, Value, HeaderKey, HeaderValue>;
  /** @eos produce topic=0.topic */
  write(message: MessageToProduce<Key, Value, HeaderKey, HeaderValue>, ...rest: any[]): boolean;
  /** @eos calls 0 back */
  close(callback?: Callback<void>): Promise<void>;
}

/** Named in no import: `beginTransaction` gives one. */
declare class Transaction<Key = Buffer, Value = Buffer, HeaderKey = Buffer, HeaderValue = Buffer> {
  id: string;
  /** @eos is-settled */
  readonly completed: boolean;
  /**
   * @eos produce in-transaction topic=0.messages.*.topic
   * @eos misuse concurrent
   * @eos settings send at=0
   * @eos calls 1 back
   */
  send(
    options: SendOptions<Key, Value, HeaderKey, HeaderValue>,
    callback?: Callback<ProduceResult>,
  ): Promise<ProduceResult>;
  /** @eos calls 1 back */
  addConsumer(consumer: any, callback?: Callback<void>): Promise<void>;
  /**
   * @eos send-offsets
   * @eos misuse concurrent
   * @eos calls 1 back
   */
  addOffset(message: any, callback?: Callback<void>): Promise<void>;
  /**
   * @eos commit
   * @eos calls 0 back
   */
  commit(callback?: Callback<void>): Promise<void>;
  /**
   * @eos abort
   * @eos calls 0 back
   */
  abort(callback?: Callback<void>): Promise<void>;
  /**
   * Forgets the transaction on this side only.
   *
   * @eos abort
   * @eos calls 0 back
   */
  cancel(callback?: Callback<void>): Promise<void>;
}

export class Admin extends Base {
  constructor(options: BaseOptions);
  listTopics(options?: any): Promise<string[]>;
  createTopics(options: any): Promise<any>;
  deleteTopics(options: any): Promise<any>;
  close(): Promise<void>;
}

export interface Serializers<Key, Value, HeaderKey, HeaderValue> {
  key: (data?: Key, headers?: any, message?: any) => Buffer | undefined;
  value: (data?: Value, headers?: any, message?: any) => Buffer | undefined;
  headerKey: (data?: HeaderKey) => Buffer | undefined;
  headerValue: (data?: HeaderValue) => Buffer | undefined;
}

export interface Deserializers<Key, Value, HeaderKey, HeaderValue> {
  key: (data?: Buffer, headers?: any, message?: any) => Key | undefined;
  value: (data?: Buffer, headers?: any, message?: any) => Value | undefined;
  headerKey: (data?: Buffer) => HeaderKey | undefined;
  headerValue: (data?: Buffer) => HeaderValue | undefined;
}

/** @eos pure */
export function stringSerializer(data?: string): Buffer | undefined;
/** @eos pure */
export function stringDeserializer(data?: string | Buffer): string | undefined;
/** @eos pure */
export function jsonSerializer(data?: any): Buffer | undefined;
/** @eos pure */
export function jsonDeserializer(data?: string | Buffer): any;
export function serializersFrom<T>(serializer: (data?: T) => Buffer | undefined): Serializers<T, T, T, T>;
export function deserializersFrom<T>(deserializer: (data?: Buffer) => T | undefined): Deserializers<T, T, T, T>;
export const stringSerializers: Serializers<string, string, string, string>;
export const stringDeserializers: Deserializers<string, string, string, string>;

export enum FetchIsolationLevels {
  READ_UNCOMMITTED = 0,
  READ_COMMITTED = 1,
}

export enum ProduceAcks {
  ALL = -1,
  NO_RESPONSE = 0,
  LEADER = 1,
}

export enum MessagesStreamModes {
  LATEST = 'latest',
  EARLIEST = 'earliest',
  COMMITTED = 'committed',
  MANUAL = 'manual',
}

export enum MessagesStreamFallbackModes {
  LATEST = 'latest',
  EARLIEST = 'earliest',
  FAIL = 'fail',
}

export class GenericError extends Error {
  readonly code: string;
}

export class MultipleErrors extends Error {
  readonly code: string;
  readonly errors: Error[];
}

export class ProtocolError extends GenericError {
  readonly canRetry: boolean;
}

export class UserError extends GenericError {}
export class NetworkError extends GenericError {}
export class TimeoutError extends NetworkError {}

export {};
