// @nestjs/microservices 10 to 12. Its Kafka transport runs kafkajs; methods that a decorator marks are the handlers.

import type {
  Consumer,
  ConsumerConfig,
  ConsumerRunConfig,
  KafkaConfig,
  KafkaMessage,
  Producer,
  ProducerConfig,
  TopicPartitionOffsetAndMetadata,
} from 'kafkajs';

export enum Transport {
  TCP = 0,
  REDIS = 1,
  NATS = 2,
  MQTT = 3,
  GRPC = 4,
  RMQ = 5,
  KAFKA = 6,
}

export interface KafkaOptions {
  transport?: Transport;
  options?: {
    /** @eos option group-suffix */
    postfixId?: string;
    client?: KafkaConfig;
    /** @eos options */
    consumer?: ConsumerConfig;
    /** @eos options */
    run?: ConsumerRunConfig;
    /** @eos options */
    producer?: ProducerConfig;
    subscribe?: { fromBeginning?: boolean };
    send?: any;
    parser?: any;
    producerOnlyMode?: boolean;
  };
}

/** Options that the application makes once the configuration is there. */
export interface AsyncMicroserviceOptions {
  inject: any[];
  useFactory: (...args: any[]) => KafkaOptions | Promise<KafkaOptions>;
}

/** Other transports have options that no rule asks for. */
export interface MicroserviceOptions extends KafkaOptions {
  strategy?: any;
}

/**
 * @eos when 1=0,1,2,3,4,5 other-source
 * @eos handle topic=0.*|0
 */
export function EventPattern(pattern?: any, transport?: any, extras?: any): (...target: any[]) => any;

/**
 * @eos when 1=0,1,2,3,4,5 other-source
 * @eos handle replies topic=0.*|0
 */
export function MessagePattern(pattern?: any, transport?: any, extras?: any): (...target: any[]) => any;

/** @eos message */
export function Payload(...pipes: any[]): (...target: any[]) => any;
export function Ctx(): (...target: any[]) => any;

export class KafkaContext {
  constructor(args: any);
  /** @eos message */
  getMessage(): KafkaMessage;
  /** @eos message */
  getPartition(): number;
  /** @eos message */
  getTopic(): string;
  getConsumer(): Consumer;
  /** @eos hosted */
  getProducer(): Producer;
  getHeartbeat(): () => Promise<void>;
}

/**
 * Something of rxjs, of which a pipeline only waits for the result. `emit` sends without being subscribed to, and to
 * `await` it waits for nothing: it is no promise.
 * @eos awaited-by label=lastValueFrom of=rxjs
 */
interface Result<T> {
  pipe(...operators: any[]): any;
  subscribe(...observer: any[]): any;
}

export abstract class ClientProxy {
  connect(): Promise<any>;
  close(): any;
  send<T = any, I = any>(pattern: any, data: I): Result<T>;
  emit<T = any, I = any>(pattern: any, data: I): Result<T>;
}

export class ClientKafka extends ClientProxy {
  /**
   * @eos when 0.consumer create-consumer options=0 suffix=-client
   * @eos when 0.producer create-producer options=0
   * @eos settings options at=0
   */
  constructor(options: NonNullable<KafkaOptions['options']>);
  readonly consumer: Consumer;
  readonly producer: Producer;
  connect(): Promise<Producer>;
  close(): Promise<void>;
  subscribeToResponseOf(pattern: any): void;
  /** @eos produce topic=0 */
  send<T = any, I = any>(pattern: any, data: I): Result<T>;
  /** @eos produce topic=0 */
  emit<T = any, I = any>(pattern: any, data: I): Result<T>;
  /** @eos produce topic=0 */
  emitBatch<T = any, I = any>(pattern: any, data: { messages: I[] }): Result<T>;
  /** @eos commit-offsets */
  commitOffsets(topicPartitions: TopicPartitionOffsetAndMetadata[]): Promise<void>;
}

export interface ClientKafkaProxy {
  readonly consumer: Consumer | null;
  readonly producer: Producer | null;
  connect(): Promise<Producer>;
  close(): any;
  subscribeToResponseOf(pattern: any): void;
  /** @eos produce topic=0 */
  send<T = any, I = any>(pattern: any, data: I): Result<T>;
  /** @eos produce topic=0 */
  emit<T = any, I = any>(pattern: any, data: I): Result<T>;
  /** @eos commit-offsets */
  commitOffsets(topicPartitions: TopicPartitionOffsetAndMetadata[]): Promise<void>;
}

/** What a module makes its options with, once the configuration is there. */
interface AsyncOptions {
  name: string | symbol;
  imports?: any;
  inject?: any[];
  extraProviders?: any[];
  useFactory?: (...args: any[]) => KafkaOptions | Promise<KafkaOptions>;
}

export class ClientsModule {
  /**
   * @eos registers at=0.* name=0.*.name
   * @eos when 0.*.options.consumer create-consumer options=0.*.options suffix=-client
   * @eos when 0.*.options.producer create-producer options=0.*.options
   * @eos when 0.*.transport=6 settings options at=0.*.options
   */
  static register(options: (MicroserviceOptions & { name: string | symbol })[]): any;
  /**
   * @eos registers at=0.* name=0.*.name
   * @eos when 0.*.useFactory.().options.consumer create-consumer options=0.*.useFactory.().options suffix=-client
   * @eos when 0.*.useFactory.().options.producer create-producer options=0.*.useFactory.().options
   * @eos when 0.*.useFactory.().transport=6 settings options at=0.*.useFactory.().options
   */
  static registerAsync(options: AsyncOptions[]): any;
  /**
   * @eos registers at=0.clients.* name=0.clients.*.name
   * @eos when 0.clients.*.useFactory.().options.consumer create-consumer options=0.clients.*.useFactory.().options suffix=-client
   * @eos when 0.clients.*.useFactory.().options.producer create-producer options=0.clients.*.useFactory.().options
   * @eos when 0.clients.*.useFactory.().transport=6 settings options at=0.clients.*.useFactory.().options
   */
  static registerAsync(options: { clients: AsyncOptions[]; isGlobal?: boolean }): any;
}

export class ClientProxyFactory {
  /**
   * @eos when 0.options.consumer create-consumer options=0.options suffix=-client
   * @eos when 0.options.producer create-producer options=0.options
   * @eos when 0.transport=6 settings options at=0.options
   */
  static create(options: KafkaOptions): ClientKafka;
}

/**
 * @eos when 0.options.consumer create-consumer options=0.options suffix=-client
 * @eos when 0.options.producer create-producer options=0.options
 * @eos when 0.transport=6 settings options at=0.options
 */
export function Client(metadata?: KafkaOptions): (...target: any[]) => any;

export class RpcException extends Error {
  constructor(error: string | object);
  getError(): string | object;
}

/** @eos redelivers */
export class KafkaRetriableException extends RpcException {}

export {};
