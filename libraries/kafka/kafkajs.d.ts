// kafkajs 2. `send` of a producer and of its transaction are one member in the published typings, and two things here.

export class Kafka {
  /** @eos settings kafka at=0 */
  constructor(config: KafkaConfig);
  /**
   * @eos create-producer options=0
   * @eos settings producer at=0
   */
  producer(config?: ProducerConfig): Producer;
  /**
   * @eos create-consumer options=0
   * @eos settings consumer at=0
   */
  consumer(config: ConsumerConfig): Consumer;
  admin(config?: AdminConfig): Admin;
  logger(): Logger;
}

export interface KafkaConfig {
  brokers: string[] | BrokersFunction;
  ssl?: any;
  sasl?: any;
  clientId?: string;
  connectionTimeout?: number;
  authenticationTimeout?: number;
  reauthenticationThreshold?: number;
  requestTimeout?: number;
  enforceRequestTimeout?: boolean;
  /** @eos options */
  retry?: RetryOptions;
  socketFactory?: any;
  logLevel?: logLevel;
  logCreator?: logCreator;
}

export interface ProducerConfig {
  /** @eos option transactional-id */
  transactionalId?: string;
  /** @eos option idempotent default=false */
  idempotent?: boolean;
  createPartitioner?: ICustomPartitioner;
  /** @eos options */
  retry?: RetryOptions;
  metadataMaxAge?: number;
  allowAutoTopicCreation?: boolean;
  transactionTimeout?: number;
  maxInFlightRequests?: number;
}

export interface ConsumerConfig {
  /** @eos option group-id */
  groupId: string;
  /** @eos option read-uncommitted default=false */
  readUncommitted?: boolean;
  partitionAssigners?: PartitionAssigner[];
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
}

export interface ConsumerRunConfig {
  /** @eos option auto-commit default=true */
  autoCommit?: boolean;
  /** @eos option commit-interval */
  autoCommitInterval?: number | null;
  /** @eos option commit-threshold */
  autoCommitThreshold?: number | null;
  /** @eos option auto-resolve default=true */
  eachBatchAutoResolve?: boolean;
  /** @eos option concurrency */
  partitionsConsumedConcurrently?: number;
  eachBatch?: EachBatchHandler;
  eachMessage?: EachMessageHandler;
}

export interface AdminConfig {
  retry?: RetryOptions;
}

export interface RetryOptions {
  maxRetryTime?: number;
  initialRetryTime?: number;
  factor?: number;
  multiplier?: number;
  /** @eos option retries */
  retries?: number;
  restartOnFailure?: (e: Error) => Promise<boolean>;
}

/** @eos lacks commit abort */
export interface Producer {
  /**
   * @eos produce topic=0.topic
   * @eos settings send at=0
   */
  send(record: ProducerRecord): Promise<RecordMetadata[]>;
  /**
   * @eos produce topic=0.topicMessages.*.topic
   * @eos settings send at=0
   */
  sendBatch(batch: ProducerBatch): Promise<RecordMetadata[]>;
  /**
   * @eos begin
   * @eos misuse callback at=0
   * @eos misuse no-transactional-id
   */
  transaction(): Promise<Transaction>;
  connect(): Promise<void>;
  disconnect(): Promise<void>;
  isIdempotent(): boolean;
  readonly events: ProducerEvents;
  /** @eos calls 1 later */
  on(eventName: string, listener: (event: InstrumentationEvent<any>) => void): RemoveInstrumentationEventListener<any>;
  logger(): Logger;
}

export interface Transaction {
  /**
   * @eos produce in-transaction topic=0.topic
   * @eos settings send at=0
   */
  send(record: ProducerRecord): Promise<RecordMetadata[]>;
  /**
   * @eos produce in-transaction topic=0.topicMessages.*.topic
   * @eos settings send at=0
   */
  sendBatch(batch: ProducerBatch): Promise<RecordMetadata[]>;
  /**
   * @eos send-offsets group=0.consumerGroupId next=0.topics.*.partitions.*.offset
   * @eos misuse group-without-suffix at=0.consumerGroupId
   */
  sendOffsets(offsets: Offsets & { consumerGroupId: string }): Promise<void>;
  /** @eos commit */
  commit(): Promise<void>;
  /** @eos abort */
  abort(): Promise<void>;
  /** @eos is-active */
  isActive(): boolean;
}

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
  commitOffsets(topicPartitions: TopicPartitionOffsetAndMetadata[]): Promise<void>;
  /** @eos seek */
  seek(topicPartitionOffset: TopicPartitionOffset): void;
  connect(): Promise<void>;
  disconnect(): Promise<void>;
  stop(): Promise<void>;
  pause(topics: { topic: string; partitions?: number[] }[]): void;
  paused(): TopicPartitions[];
  resume(topics: { topic: string; partitions?: number[] }[]): void;
  describeGroup(): Promise<GroupDescription>;
  readonly events: ConsumerEvents;
  /** @eos calls 1 later */
  on(eventName: string, listener: (event: InstrumentationEvent<any>) => void): RemoveInstrumentationEventListener<any>;
  logger(): Logger;
}

export type EachMessageHandler = (payload: EachMessagePayload) => Promise<void>;
export type EachBatchHandler = (payload: EachBatchPayload) => Promise<void>;
export type ConsumerEachMessagePayload = EachMessagePayload;
export type ConsumerEachBatchPayload = EachBatchPayload;

export interface EachMessagePayload {
  /** @eos message */
  topic: string;
  /** @eos message */
  partition: number;
  /** @eos message */
  message: KafkaMessage;
  /** @eos heartbeat */
  heartbeat(): Promise<void>;
  pause(): () => void;
}

export interface EachBatchPayload {
  /** @eos message */
  batch: Batch;
  /** @eos resolve-offset raw=0 */
  resolveOffset(offset: string): void;
  /** @eos commit-offsets-if-necessary next=0.topics.*.partitions.*.offset */
  commitOffsetsIfNecessary(offsets?: Offsets): Promise<void>;
  uncommittedOffsets(): OffsetsByTopicPartition;
  /** @eos heartbeat */
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

/** A union of two record formats in the published typings; a handler sees these members of either. */
export interface KafkaMessage {
  /** @eos message */
  key: Buffer | null;
  /** @eos message */
  value: Buffer | null;
  /** @eos message */
  timestamp: string;
  /** @eos message */
  offset: string;
  /** @eos message */
  headers?: IHeaders;
  attributes: number;
  size?: number;
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
  /** @eos option acks */
  acks?: number;
  timeout?: number;
  compression?: CompressionTypes;
}

export interface TopicMessages {
  topic: string;
  messages: Message[];
}

export interface ProducerBatch {
  /** @eos option acks */
  acks?: number;
  timeout?: number;
  compression?: CompressionTypes;
  topicMessages?: TopicMessages[];
}

export interface RecordMetadata {
  topicName: string;
  partition: number;
  errorCode: number;
  offset?: string;
  timestamp?: string;
  baseOffset?: string;
  logAppendTime?: string;
  logStartOffset?: string;
}

export interface PartitionOffset {
  partition: number;
  offset: string;
}

export interface TopicOffsets {
  topic: string;
  partitions: PartitionOffset[];
}

export interface Offsets {
  topics: TopicOffsets[];
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

export type SeekEntry = PartitionOffset;
export type FetchOffsetsPartition = PartitionOffset & { metadata: string | null };
export type TopicPartitions = { topic: string; partitions: number[] };
export type ConsumerSubscribeTopic = { topic: string | RegExp; fromBeginning?: boolean };
export type ConsumerSubscribeTopics = { topics: (string | RegExp)[]; fromBeginning?: boolean };

export interface Admin {
  connect(): Promise<void>;
  disconnect(): Promise<void>;
  listTopics(): Promise<string[]>;
  createTopics(options: { topics: ITopicConfig[]; [option: string]: any }): Promise<boolean>;
  deleteTopics(options: { topics: string[]; timeout?: number }): Promise<void>;
  createPartitions(options: any): Promise<boolean>;
  fetchTopicMetadata(options?: { topics: string[] }): Promise<{ topics: ITopicMetadata[] }>;
  fetchOffsets(options: any): Promise<{ topic: string; partitions: FetchOffsetsPartition[] }[]>;
  fetchTopicOffsets(topic: string): Promise<(SeekEntry & { high: string; low: string })[]>;
  fetchTopicOffsetsByTimestamp(topic: string, timestamp?: number): Promise<SeekEntry[]>;
  setOffsets(options: { groupId: string; topic: string; partitions: SeekEntry[] }): Promise<void>;
  resetOffsets(options: { groupId: string; topic: string; earliest: boolean }): Promise<void>;
  describeCluster(): Promise<any>;
  describeGroups(groupIds: string[]): Promise<GroupDescriptions>;
  listGroups(): Promise<{ groups: GroupOverview[] }>;
  deleteGroups(groupIds: string[]): Promise<any[]>;
  deleteTopicRecords(options: { topic: string; partitions: SeekEntry[] }): Promise<void>;
  readonly events: AdminEvents;
  /** @eos calls 1 later */
  on(eventName: string, listener: (event: InstrumentationEvent<any>) => void): RemoveInstrumentationEventListener<any>;
  logger(): Logger;
}

export interface Logger {
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
}

export interface LogEntry {
  namespace: string;
  level: logLevel;
  label: string;
  log: LoggerEntryContent;
}

export interface LoggerEntryContent {
  readonly timestamp: string;
  readonly message: string;
  [key: string]: any;
}

export type logCreator = (logLevel: logLevel) => (entry: LogEntry) => void;
export type BrokersFunction = () => string[] | Promise<string[]>;
export type RemoveInstrumentationEventListener<T> = () => void;
export type AdminEvents = { [name: string]: string };
export type ProducerEvents = { [name: string]: string };
export type ConsumerEvents = { [name: string]: string };

export interface InstrumentationEvent<T> {
  id: string;
  type: string;
  timestamp: number;
  payload: T;
}

export type ConsumerCrashEvent = InstrumentationEvent<any>;
export type ConsumerGroupJoinEvent = InstrumentationEvent<any>;
export type ConsumerRebalancingEvent = InstrumentationEvent<any>;
export type ConsumerCommitOffsetsEvent = InstrumentationEvent<any>;
export type ConsumerHeartbeatEvent = InstrumentationEvent<any>;
export type ConsumerFetchEvent = InstrumentationEvent<any>;
export type ConsumerStartBatchProcessEvent = InstrumentationEvent<any>;
export type ConsumerEndBatchProcessEvent = InstrumentationEvent<any>;
export type ConnectEvent = InstrumentationEvent<null>;
export type DisconnectEvent = InstrumentationEvent<null>;
export type RequestEvent = InstrumentationEvent<any>;
export type RequestTimeoutEvent = InstrumentationEvent<any>;
export type RequestQueueSizeEvent = InstrumentationEvent<any>;

export interface ITopicConfig {
  topic: string;
  numPartitions?: number;
  replicationFactor?: number;
  replicaAssignment?: any[];
  configEntries?: any[];
}

export interface ITopicMetadata {
  name: string;
  partitions: PartitionMetadata[];
}

export interface PartitionMetadata {
  partitionErrorCode: number;
  partitionId: number;
  leader: number;
  replicas: number[];
  isr: number[];
}

export interface GroupOverview {
  groupId: string;
  protocolType: string;
}

export interface GroupDescription {
  groupId: string;
  members: MemberDescription[];
  protocol: string;
  protocolType: string;
  state: ConsumerGroupState;
}

export interface GroupDescriptions {
  groups: GroupDescription[];
}

export interface MemberDescription {
  clientHost: string;
  clientId: string;
  memberId: string;
}

export type ConsumerGroupState = string;
export type Assignment = { [topic: string]: number[] };
export type Assigner = { name: string; version: number; assign: any; protocol: any };
export type PartitionAssigner = (config: any) => Assigner;
export type Cluster = any;
export type SASLOptions = any;
export type Mechanism = { mechanism: string; authenticationProvider: any };
export type ISocketFactory = (args: any) => any;

export interface PartitionerArgs {
  topic: string;
  partitionMetadata: PartitionMetadata[];
  message: Message;
}

export type ICustomPartitioner = () => (args: PartitionerArgs) => number;
export type DefaultPartitioner = ICustomPartitioner;
export type LegacyPartitioner = ICustomPartitioner;

export const Partitioners: {
  DefaultPartitioner: DefaultPartitioner;
  LegacyPartitioner: LegacyPartitioner;
  JavaCompatiblePartitioner: DefaultPartitioner;
};
export const PartitionAssigners: { roundRobin: PartitionAssigner };
export const AssignerProtocol: { MemberMetadata: any; MemberAssignment: any };
export var CompressionCodecs: { [type: number]: () => any };

export enum CompressionTypes {
  None = 0,
  GZIP = 1,
  Snappy = 2,
  LZ4 = 3,
  ZSTD = 4,
}

export enum logLevel {
  NOTHING = 0,
  ERROR = 1,
  WARN = 2,
  INFO = 4,
  DEBUG = 5,
}

export enum ConfigResourceTypes {
  UNKNOWN = 0,
  TOPIC = 2,
  BROKER = 4,
  BROKER_LOGGER = 8,
}

export class KafkaJSError extends Error {
  constructor(e: Error | string, metadata?: any);
  readonly retriable: boolean;
  readonly helpUrl?: string;
}

export class KafkaJSNonRetriableError extends KafkaJSError {}
export class KafkaJSConnectionError extends KafkaJSError {}
export class KafkaJSRequestTimeoutError extends KafkaJSError {}
export class KafkaJSMetadataNotLoaded extends KafkaJSError {}
export class KafkaJSTopicMetadataNotLoaded extends KafkaJSMetadataNotLoaded {}
export class KafkaJSStaleTopicMetadataAssignment extends KafkaJSError {}
export class KafkaJSServerDoesNotSupportApiKey extends KafkaJSNonRetriableError {}
export class KafkaJSBrokerNotFound extends KafkaJSError {}
export class KafkaJSPartialMessageError extends KafkaJSError {}
export class KafkaJSSASLAuthenticationError extends KafkaJSError {}
export class KafkaJSGroupCoordinatorNotFound extends KafkaJSError {}
export class KafkaJSNotImplemented extends KafkaJSError {}
export class KafkaJSTimeout extends KafkaJSError {}
export class KafkaJSLockTimeout extends KafkaJSError {}
export class KafkaJSUnsupportedMagicByteInMessageSet extends KafkaJSError {}
export class KafkaJSDeleteGroupsError extends KafkaJSError {}
export class KafkaJSDeleteTopicRecordsError extends KafkaJSError {}

export class KafkaJSProtocolError extends KafkaJSError {
  readonly code: number;
  readonly type: string;
}

export class KafkaJSOffsetOutOfRange extends KafkaJSProtocolError {
  readonly topic: string;
  readonly partition: number;
}

export class KafkaJSNumberOfRetriesExceeded extends KafkaJSNonRetriableError {
  readonly retryCount: number;
  readonly retryTime: number;
}

export class KafkaJSAggregateError extends Error {
  constructor(message: Error | string, errors: (Error | string)[]);
  readonly errors: (Error | string)[];
}

export interface KafkaJSErrorMetadata {
  retriable?: boolean;
  topic?: string;
  partitionId?: number;
}
