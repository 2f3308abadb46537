// node-rdkafka 3. Options have dotted names; whatever a producer sends while its transaction is open belongs to it.

import EventEmitter = require('node:events');
import { Readable, Writable } from 'node:stream';

export interface LibrdKafkaError {
  message: string;
  code: number;
  errno: number;
  origin: string;
  stack?: string;
  isFatal?: boolean;
  isRetriable?: boolean;
  isTxnRequiresAbort?: boolean;
}

export interface GlobalConfig {
  'client.id'?: string;
  'metadata.broker.list'?: string;
  'bootstrap.servers'?: string;
}

export interface ConsumerGlobalConfig extends GlobalConfig {
  /** @eos option group-id */
  'group.id'?: string;
  /** @eos option auto-commit default=true */
  'enable.auto.commit'?: boolean;
  'enable.auto.offset.store'?: boolean;
  /** @eos option read-uncommitted default=false on=read_uncommitted */
  'isolation.level'?: 'read_uncommitted' | 'read_committed';
  rebalance_cb?: any;
  offset_commit_cb?: any;
}

export interface ConsumerTopicConfig {
  'auto.offset.reset'?: string;
}

export interface ProducerGlobalConfig extends GlobalConfig {
  /** @eos option transactional-id */
  'transactional.id'?: string;
  /** @eos option transaction-timeout */
  'transaction.timeout.ms'?: number;
  /** @eos option idempotent default=false */
  'enable.idempotence'?: boolean;
  /** @eos option retries */
  'message.send.max.retries'?: number;
  /** @eos option retries */
  retries?: number;
  /** @eos option max-in-flight */
  'max.in.flight'?: number;
  /** @eos option max-in-flight */
  'max.in.flight.requests.per.connection'?: number;
  dr_cb?: any;
}

export interface ProducerTopicConfig {
  /** @eos option acks */
  acks?: number;
  /** @eos option acks */
  'request.required.acks'?: number;
  /** @eos option message-timeout */
  'message.timeout.ms'?: number;
}

export interface TopicPartition {
  topic: string;
  partition: number;
}

export interface TopicPartitionOffset extends TopicPartition {
  offset: number;
}

/** @eos message */
export interface Message extends TopicPartitionOffset {
  value: Buffer | null;
  size: number;
  topic: string;
  key?: Buffer | string | null;
  timestamp?: number;
  headers?: { [key: string]: string | Buffer }[];
  opaque?: any;
}

export interface Metadata {
  orig_broker_id: number;
  topics: any[];
  brokers: any[];
}

type Failure = (error: LibrdKafkaError) => void;

export abstract class Client<Events extends string> extends EventEmitter {
  /** @eos calls 1 back */
  connect(metadataOptions?: any, cb?: (error: LibrdKafkaError, data: Metadata) => any): this;
  /** @eos calls 0 1 back */
  disconnect(timeout?: any, cb?: (error: any, data: any) => any): this;
  isConnected(): boolean;
  getClient(): any;
  getLastError(): LibrdKafkaError;
  /** @eos calls 1 back */
  getMetadata(metadataOptions?: any, cb?: (error: LibrdKafkaError, data: Metadata) => any): any;
  /** @eos calls 2 3 back */
  queryWatermarkOffsets(topic: string, partition: number, ...rest: any[]): any;
}

/**
 * The classes construct themselves when they are called without `new`.
 *
 * @eos create-consumer options=0
 * @eos settings consumer at=0
 * @eos settings consumer at=1
 */
export function KafkaConsumer(conf: ConsumerGlobalConfig, topicConf?: ConsumerTopicConfig): KafkaConsumer;

export class KafkaConsumer extends Client<string> {
  /**
   * @eos create-consumer options=0
   * @eos settings consumer at=0
   * @eos settings consumer at=1
   */
  constructor(conf: ConsumerGlobalConfig, topicConf?: ConsumerTopicConfig);
  /** @eos when 0=data consume each-message=1 */
  on(event: 'data', listener: (message: Message) => void): this;
  /** @eos calls 1 later */
  on(event: string, listener: (...args: any[]) => void): this;
  /** @eos subscribe topic=0.*|0 */
  subscribe(topics: (string | RegExp)[]): this;
  unsubscribe(): this;
  subscription(): string[];
  assign(assignments: TopicPartition[]): this;
  assignments(): TopicPartition[];
  unassign(): this;
  /** @eos consume each-batch=1 */
  consume(number: number, cb?: (error: LibrdKafkaError, messages: Message[]) => void): void;
  /** @eos consume each-message=0 */
  consume(cb: (error: LibrdKafkaError, message: Message) => void): void;
  consume(): void;
  /**
   * @eos commit-offsets
   * @eos misuse whole-message at=0
   */
  commit(position?: TopicPartitionOffset | TopicPartitionOffset[]): this;
  /**
   * @eos commit-offsets
   * @eos misuse whole-message at=0
   */
  commitSync(position?: TopicPartitionOffset | TopicPartitionOffset[] | null): this;
  /** @eos commit-offsets */
  commitMessage(message: TopicPartitionOffset): this;
  /** @eos commit-offsets */
  commitMessageSync(message: TopicPartitionOffset): this;
  /** @eos commit-offsets */
  offsetsStore(positions: TopicPartitionOffset[]): any;
  /** @eos calls 1 2 back */
  committed(positions: any, ...rest: any[]): this;
  position(positions?: TopicPartition[]): TopicPartitionOffset[];
  /**
   * @eos seek
   * @eos calls 2 back
   */
  seek(position: TopicPartitionOffset, timeout: number | null, cb: Failure): this;
  pause(positions: TopicPartition[]): any;
  resume(positions: TopicPartition[]): any;
  setDefaultConsumeTimeout(milliseconds: number): void;
  /**
   * @eos create-consumer options=0
   * @eos settings consumer at=0
   * @eos settings consumer at=1
   * @eos subscribe topic=2.topics|2.topics.*
   */
  static createReadStream(
    conf: ConsumerGlobalConfig,
    topicConf: ConsumerTopicConfig,
    options: ReadStreamOptions,
  ): ConsumerStream;
}

export interface ReadStreamOptions {
  topics: any;
  waitInterval?: number;
  fetchSize?: number;
  objectMode?: boolean;
  autoClose?: boolean;
  streamAsBatch?: boolean;
  connectOptions?: any;
}

export interface ConsumerStream extends Readable {
  consumer: KafkaConsumer;
  /** @eos when 0=data consume each-message=1 */
  on(event: 'data', listener: (message: Message) => void): this;
  /** @eos calls 1 later */
  on(event: string, listener: (...args: any[]) => void): this;
  /** @eos iterate each-message */
  [Symbol.asyncIterator](): AsyncIterableIterator<Message>;
  connect(options: ConsumerGlobalConfig): void;
  /** @eos calls 0 later */
  close(cb?: () => void): void;
}

/**
 * @eos create-producer options=0|1
 * @eos settings producer at=0
 * @eos settings producer at=1
 */
export function Producer(conf: ProducerGlobalConfig, topicConf?: ProducerTopicConfig): Producer;

export class Producer extends Client<string> {
  /**
   * @eos create-producer options=0|1
   * @eos settings producer at=0
   * @eos settings producer at=1
   */
  constructor(conf: ProducerGlobalConfig, topicConf?: ProducerTopicConfig);
  /** @eos calls 1 later */
  on(event: string, listener: (...args: any[]) => void): this;
  /** @eos produce when-open topic=0 */
  produce(
    topic: string,
    partition?: number | null,
    message?: any,
    key?: any,
    timestamp?: number | null,
    ...rest: any[]
  ): any;
  /** @eos calls 0 1 back */
  flush(timeout?: number | null, cb?: Failure): this;
  poll(): this;
  setPollInterval(interval: number): this;
  /** @eos calls 0 1 back */
  initTransactions(timeout: any, cb?: Failure): void;
  /**
   * @eos begin
   * @eos calls 0 back
   */
  beginTransaction(cb: Failure): void;
  /**
   * @eos commit
   * @eos calls 0 1 back
   */
  commitTransaction(timeout: any, cb?: Failure): void;
  /**
   * @eos abort
   * @eos calls 0 1 back
   */
  abortTransaction(timeout: any, cb?: Failure): void;
  /**
   * @eos send-offsets
   * @eos calls 2 3 back
   */
  sendOffsetsToTransaction(offsets: TopicPartitionOffset[], consumer: KafkaConsumer, timeout: any, cb?: Failure): void;
  /**
   * @eos create-producer options=0|1
   * @eos settings producer at=0
   * @eos settings producer at=1
   */
  static createWriteStream(
    conf: ProducerGlobalConfig,
    topicConf: ProducerTopicConfig,
    options: WriteStreamOptions,
  ): ProducerStream;
}

/**
 * @eos create-producer options=0|1
 * @eos settings producer at=0
 * @eos settings producer at=1
 */
export function HighLevelProducer(conf: ProducerGlobalConfig, topicConf?: ProducerTopicConfig): HighLevelProducer;

export class HighLevelProducer extends Producer {
  /**
   * @eos create-producer options=0|1
   * @eos settings producer at=0
   * @eos settings producer at=1
   */
  constructor(conf: ProducerGlobalConfig, topicConf?: ProducerTopicConfig);
  /**
   * @eos produce when-open topic=0
   * @eos calls 5 6 back
   */
  produce(
    topic: string,
    partition?: number | null,
    message?: any,
    key?: any,
    timestamp?: number | null,
    ...rest: any[]
  ): any;
  setKeySerializer(serializer: any): void;
  setValueSerializer(serializer: any): void;
}

export interface WriteStreamOptions {
  topic?: string;
  objectMode?: boolean;
  autoClose?: boolean;
  pollInterval?: number;
  connectOptions?: any;
}

export interface ProducerStream extends Writable {
  producer: Producer;
  /** @eos produce when-open topic=0.topic */
  write(chunk: any, ...rest: any[]): boolean;
  /** @eos calls 0 later */
  close(cb?: () => void): void;
}

/**
 * @eos create-consumer options=0
 * @eos settings consumer at=0
 * @eos settings consumer at=1
 * @eos subscribe topic=2.topics|2.topics.*
 */
export function createReadStream(
  conf: ConsumerGlobalConfig,
  topicConf: ConsumerTopicConfig,
  options: ReadStreamOptions,
): ConsumerStream;

/**
 * @eos create-producer options=0|1
 * @eos settings producer at=0
 * @eos settings producer at=1
 */
export function createWriteStream(
  conf: ProducerGlobalConfig,
  topicConf: ProducerTopicConfig,
  options: WriteStreamOptions,
): ProducerStream;

export const features: string[];
export const librdkafkaVersion: string;

export interface IAdminClient {
  /** @eos calls 1 2 back */
  createTopic(topic: any, ...rest: any[]): void;
  /** @eos calls 1 2 back */
  deleteTopic(topic: string, ...rest: any[]): void;
  /** @eos calls 2 3 back */
  createPartitions(topic: string, count: number, ...rest: any[]): void;
  disconnect(): void;
}

export abstract class AdminClient {
  static create(conf: GlobalConfig): IAdminClient;
}

export {};
