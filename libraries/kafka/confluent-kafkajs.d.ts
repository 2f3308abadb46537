// @confluentinc/kafka-javascript 1, the API in the manner of kafkajs. The transaction is a state of the producer, and
// options stand in a `kafkaJS` block or beside it, under librdkafka's names, which win.

import type { ConsumerGlobalConfig, GlobalConfig, ProducerGlobalConfig, ProducerTopicConfig } from 'node-rdkafka';

export class Kafka {
  /**
   * @eos settings kafka at=0
   */
  constructor(config?: CommonConstructorConfig);
  /**
   * @eos create-producer options=0
   * @eos settings producer at=0
   */
  producer(config?: ProducerConstructorConfig): Producer;
  /**
   * @eos create-consumer options=0
   * @eos settings consumer at=0
   */
  consumer(config: ConsumerConstructorConfig): Consumer;
  admin(config?: AdminConstructorConfig): Admin;
}

export interface CommonConstructorConfig extends GlobalConfig {
  /** @eos options */
  kafkaJS?: KafkaConfig;
}

export interface KafkaConfig {
  brokers: string[];
  ssl?: boolean;
  sasl?: any;
  clientId?: string;
  connectionTimeout?: number;
  authenticationTimeout?: number;
  requestTimeout?: number;
  enforceRequestTimeout?: boolean;
  /** @eos options */
  retry?: RetryOptions;
  logLevel?: logLevel;
  logger?: Logger;
}

export interface RetryOptions {
  maxRetryTime?: number;
  initialRetryTime?: number;
  /** @eos option retries */
  retries?: number;
}

export interface ProducerConstructorConfig extends ProducerGlobalConfig, ProducerTopicConfig {
  /** @eos option acks */
  acks?: number;
  /** @eos options */
  kafkaJS?: ProducerConfig;
}

export interface ProducerConfig {
  /** @eos option transactional-id */
  transactionalId?: string;
  /** @eos option idempotent default=false */
  idempotent?: boolean;
  /** @eos option transaction-timeout */
  transactionTimeout?: number;
  /** @eos option max-in-flight */
  maxInFlightRequests?: number;
  /** @eos option acks */
  acks?: number;
  timeout?: number;
  /** @eos options */
  retry?: RetryOptions;
  metadataMaxAge?: number;
  allowAutoTopicCreation?: boolean;
  compression?: CompressionTypes;
  logLevel?: logLevel;
  logger?: Logger;
}

export interface ConsumerConstructorConfig extends ConsumerGlobalConfig {
  'auto.offset.reset'?: string;
  /** @eos options */
  kafkaJS?: ConsumerConfig;
}

export interface ConsumerConfig {
  /** @eos option group-id */
  groupId: string;
  /** @eos option auto-commit default=true */
  autoCommit?: boolean;
  autoCommitInterval?: number;
  /** @eos option read-uncommitted default=false */
  readUncommitted?: boolean;
  fromBeginning?: boolean;
  metadataMaxAge?: number;
  sessionTimeout?: number;
  rebalanceTimeout?: number;
  heartbeatInterval?: number;
  maxBytesPerPartition?: number;
  minBytes?: number;
  maxBytes?: number;
  maxWaitTimeInMs?: number;
  retry?: RetryOptions;
  allowAutoTopicCreation?: boolean;
  maxInFlightRequests?: number;
  rackId?: string;
  partitionAssigners?: any[];
  partitionAssignors?: any[];
  logLevel?: logLevel;
  logger?: Logger;
}

export interface AdminConstructorConfig extends GlobalConfig {
  kafkaJS?: any;
}

export interface Producer {
  /**
   * @eos produce when-open topic=0.topic
   * @eos settings send at=0
   */
  send(record: ProducerRecord): Promise<RecordMetadata[]>;
  /**
   * @eos produce when-open topic=0.topicMessages.*.topic
   * @eos settings send at=0
   */
  sendBatch(batch: ProducerBatch): Promise<RecordMetadata[]>;
  flush(args?: { timeout?: number }): Promise<void>;
  /**
   * @eos begin
   * @eos misuse callback at=0
   * @eos misuse no-transactional-id
   */
  transaction(): Promise<Transaction>;
  /**
   * @eos send-offsets next=0.topics.*.partitions.*.offset
   * @eos misuse group-id at=0.consumerGroupId
   */
  sendOffsets(args: { consumer: Consumer; topics: TopicOffsets[] }): Promise<void>;
  /** @eos commit */
  commit(): Promise<void>;
  /** @eos abort */
  abort(): Promise<void>;
  /** @eos is-active */
  isActive(): boolean;
  connect(): Promise<void>;
  disconnect(): Promise<void>;
  dependentAdmin(): Admin;
  logger(): Logger;
}

export type Transaction = Producer;

export interface Consumer {
  /**
   * @eos subscribe topic=0.topic|0.topics.*|0.topics
   * @eos settings subscribe at=0
   */
  subscribe(subscription: ConsumerSubscribeTopics | ConsumerSubscribeTopic): Promise<void>;
  /**
   * @eos consume each-message=0.eachMessage each-batch=0.eachBatch options=0
   * @eos settings run at=0
   */
  run(config?: ConsumerRunConfig): Promise<void>;
  /** @eos commit-offsets next=0.*.offset */
  commitOffsets(topicPartitions?: TopicPartitionOffsetAndMetadata[]): Promise<void>;
  /**
   * Declared by the library, and not there.
   *
   * @eos commit-offsets
   * @eos misuse missing-at-run-time
   */
  storeOffsets(topicPartitions: TopicPartitionOffsetAndMetadata[]): void;
  /** @eos seek */
  seek(topicPartitionOffset: TopicPartitionOffset): void;
  committed(topicPartitions?: TopicPartition[], timeout?: number): Promise<TopicPartitionOffsetAndMetadata[]>;
  assignment(): TopicPartition[];
  connect(): Promise<void>;
  disconnect(): Promise<void>;
  stop(): Promise<void>;
  pause(topics: { topic: string; partitions?: number[] }[]): void;
  paused(): TopicPartitions[];
  resume(topics: { topic: string; partitions?: number[] }[]): void;
  dependentAdmin(): Admin;
  logger(): Logger;
}

export interface ConsumerRunConfig {
  /** @eos option auto-resolve default=true */
  eachBatchAutoResolve?: boolean;
  /** @eos option concurrency */
  partitionsConsumedConcurrently?: number;
  eachMessage?: EachMessageHandler;
  eachBatch?: EachBatchHandler;
}

export type EachMessageHandler = (payload: EachMessagePayload) => Promise<void>;
export type EachBatchHandler = (payload: EachBatchPayload) => Promise<void>;

export interface EachMessagePayload {
  /** @eos message */
  topic: string;
  /** @eos message */
  partition: number;
  /** @eos message */
  message: KafkaMessage;
  heartbeat(): Promise<void>;
  pause(): () => void;
}

export interface EachBatchPayload {
  /** @eos message */
  batch: Batch;
  /** @eos resolve-offset raw=0 */
  resolveOffset(offset: string): void;
  /**
   * Commits what is stored, whatever it is given.
   *
   * @eos commit-offsets
   */
  commitOffsetsIfNecessary(): Promise<void>;
  heartbeat(): Promise<void>;
  pause(): () => void;
  isRunning(): boolean;
  /** @eos is-stale */
  isStale(): boolean;
}

export interface Batch {
  /** @eos message */
  topic: string;
  /** @eos message */
  partition: number;
  /** @eos message */
  messages: KafkaMessage[];
  highWatermark: string;
  isEmpty(): boolean;
  /** @eos pure */
  firstOffset(): string | null;
  /** @eos pure */
  lastOffset(): string;
  offsetLag(): string;
  offsetLagLow(): string;
}

/**
 * A union of two record formats in the published typings; a handler sees these members of either.
 *
 * @eos message
 */
export interface KafkaMessage {
  key: Buffer | null;
  value: Buffer | null;
  timestamp: string;
  attributes: number;
  offset: string;
  headers?: IHeaders;
  size?: number;
  leaderEpoch?: number;
}

export interface IHeaders {
  [key: string]: Buffer | string | (Buffer | string)[] | undefined;
}

export interface Message {
  key?: Buffer | string | null;
  value: Buffer | string | null;
  partition?: number;
  headers?: IHeaders;
  timestamp?: string;
}

export interface ProducerRecord {
  topic: string;
  messages: Message[];
}

export interface TopicMessages {
  topic: string;
  messages: Message[];
}

export interface ProducerBatch {
  topicMessages?: TopicMessages[];
}

export interface RecordMetadata {
  topicName: string;
  partition: number;
  errorCode: number;
  offset?: string;
  timestamp?: string;
}

export interface PartitionOffset {
  partition: number;
  offset: string;
}

export interface TopicOffsets {
  topic: string;
  partitions: PartitionOffset[];
}

export interface OffsetsByTopicPartition {
  topics: TopicOffsets[];
}

export interface TopicPartition {
  topic: string;
  partition: number;
}

export interface TopicPartitionOffset extends TopicPartition {
  offset: string;
}

export interface TopicPartitionOffsetAndMetadata extends TopicPartitionOffset {
  metadata?: string | null;
}

export type TopicPartitions = { topic: string; partitions: number[] };
export type ConsumerSubscribeTopic = { topic: string | RegExp; replace?: boolean };
export type ConsumerSubscribeTopics = { topics: (string | RegExp)[]; replace?: boolean };

export interface Admin {
  connect(): Promise<void>;
  disconnect(): Promise<void>;
  createTopics(options: any): Promise<boolean>;
  deleteTopics(options: any): Promise<void>;
  listTopics(options?: any): Promise<string[]>;
  fetchOffsets(options: any): Promise<any[]>;
  fetchTopicOffsets(topic: string, options?: any): Promise<any[]>;
  fetchTopicMetadata(options?: any): Promise<any>;
  deleteTopicRecords(options: any): Promise<any>;
}

export type Logger = {
  /** @eos log */
  info: (message: string, extra?: object) => void;
  /** @eos log */
  error: (message: string, extra?: object) => void;
  /** @eos log */
  warn: (message: string, extra?: object) => void;
  /** @eos log */
  debug: (message: string, extra?: object) => void;
  namespace: (namespace: string, logLevel?: logLevel) => Logger;
  setLogLevel: (logLevel: logLevel) => void;
};

export enum logLevel {
  NOTHING = 0,
  ERROR = 1,
  WARN = 2,
  INFO = 3,
  DEBUG = 4,
}

export enum CompressionTypes {
  None = 'none',
  GZIP = 'gzip',
  Snappy = 'snappy',
  LZ4 = 'lz4',
  ZSTD = 'zstd',
}

export function isKafkaJSError(error: Error): boolean;
export const ErrorCodes: any;

export class KafkaJSError extends Error {
  constructor(e: Error | string, metadata?: any);
  readonly retriable: boolean;
  readonly fatal: boolean;
  readonly abortable: boolean;
  readonly code: number;
}

export class KafkaJSProtocolError extends KafkaJSError {}
export class KafkaJSConnectionError extends KafkaJSError {}
export class KafkaJSRequestTimeoutError extends KafkaJSError {}
export class KafkaJSTimeout extends KafkaJSError {}
export class KafkaJSNotImplemented extends KafkaJSError {}

export class KafkaJSAggregateError extends Error {
  readonly errors: (Error | string)[];
  constructor(message: Error | string, errors: (Error | string)[]);
}
