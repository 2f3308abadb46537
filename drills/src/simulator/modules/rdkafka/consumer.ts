import { isCallback, isList, listField, plainText, textField, field, type Callback } from '../../world/callback.ts';
import {
  fedPartition as partition,
  type DeliveryOutcome,
  type FetchedRecord,
  type RunningConsumer,
} from '../../world/running-consumer.ts';
import type { SimulatedProcess } from '../../world/simulated-process.ts';
import { Membership } from '../kafka/membership.ts';
import { Pull } from '../kafka/pull.ts';
import { offsetOf, type PartitionOffset } from '../kafkajs/messages.ts';
import { LibrdKafkaError, words } from './errors.ts';
import { EventSource } from './event-source.ts';

/**
 * A consumer that stores an offset as it hands the message over. Its listeners are called one message after the other, each
 * when the process is at rest; nobody catches what they throw.
 */
export class KafkaConsumer extends EventSource implements RunningConsumer {
  readonly settles = true;
  readonly readUncommitted: boolean;
  readonly topics: string[] = [];
  delivery: RunningConsumer['delivery'] = 'each-message';
  position = 0;
  private readonly member: Membership;
  private readonly autoCommit: boolean;
  private readonly autoStore: boolean;
  private readonly pull = new Pull<readonly FetchedRecord[]>();
  private isPulled = false;
  private callback: Callback | undefined;
  private stored: number | undefined;

  constructor(process: SimulatedProcess, settings: unknown) {
    super(process);
    this.member = new Membership(process, textField(settings, 'group.id') ?? '', words);
    this.readUncommitted = field(settings, 'isolation.level') === 'read_uncommitted';
    this.autoCommit = field(settings, 'enable.auto.commit') !== false;
    this.autoStore = field(settings, 'enable.auto.offset.store') !== false;
  }

  get groupId(): string {
    return this.member.groupId;
  }

  get generation(): number {
    return this.member.generation;
  }

  /** Whoever listens to messages gets them: what else a program has to call before is not asked for. */
  override on(event: unknown, listener: unknown): this {
    if (event === 'data') this.runs('each-message');
    return super.on(event, listener);
  }

  subscribe = (topics: unknown): this => {
    for (const topic of isList(topics) ? topics : [topics]) {
      this.topics.push(topic instanceof RegExp ? topic.source : plainText(topic));
    }
    return this;
  };

  unsubscribe = (): this => this;
  unassign = (): this => this;
  subscription = (): readonly string[] => this.topics;
  assignments = (): readonly unknown[] => [{ topic: this.member.topic, partition }];
  pause = (): void => undefined;
  resume = (): void => undefined;
  setDefaultConsumeTimeout = (): void => undefined;

  /** Flowing without arguments or with a callback; with a number, one fetch. */
  consume = (...args: readonly unknown[]): void => {
    const callback = args.find(isCallback);
    if (typeof args[0] !== 'number') {
      this.callback = callback;
      if (callback) this.runs('each-message');
      return;
    }
    this.fetch(callback, args[0] === 1 ? 'each-message' : 'each-batch');
  };

  /** The next messages for whoever asks; what it was handed before is done with. */
  next(): Promise<readonly FetchedRecord[]> {
    this.isPulled = true;
    return this.pull.ask();
  }

  runs(delivery: RunningConsumer['delivery']): void {
    if (this.process.consumers.includes(this)) return;
    this.delivery = delivery;
    this.process.consumers.push(this);
  }

  stopPulling(): void {
    this.pull.left();
  }

  commit = (places?: unknown): this => {
    this.member.commit(this.placesOf(places)).catch(() => undefined);
    return this;
  };

  commitSync = (places?: unknown): this => {
    this.member.commitNow(this.placesOf(places));
    return this;
  };

  commitMessage = (message: unknown): this => this.commit(behind(message));
  commitMessageSync = (message: unknown): this => this.commitSync(behind(message));

  /** As they are given; it takes a consumer that does not store by itself. */
  offsetsStore = (places: unknown): void => {
    if (this.autoStore) throw new LibrdKafkaError('Local: Erroneous state', -172);
    for (const { offset } of this.placesOf(places)) this.store(offset);
  };

  seek = (...args: readonly unknown[]): this => {
    this.position = offsetOf(args[0]).offset;
    this.stored = this.position;
    this.later(() => {
      this.callBack(args, null);
    });
    return this;
  };

  /** The assigned position of librdkafka's own method is where the group reads; here it is told by the run. */
  assign(topic: unknown, position?: unknown): this {
    if (typeof topic !== 'string' || typeof position !== 'number') return this;
    this.position = position;
    this.stored = undefined;
    this.member.join(topic);
    return this;
  }

  async deliver(records: readonly FetchedRecord[]): Promise<DeliveryOutcome> {
    this.position = (records.at(-1)?.offset ?? this.position) + 1;
    if (this.autoStore) this.store(this.position);
    if (this.isPulled) return this.pull.hand(records);
    try {
      for (const record of records) await this.handle(this.messageOf(record));
      return { kind: 'returned' };
    } catch (error) {
      return { kind: 'threw', error: textField(error, 'message') ?? String(error), fatal: true, endsProcess: true };
    }
  }

  messageOf(record: FetchedRecord): object {
    const headers = Object.entries(record.headers).map(([name, text]) => ({ [name]: Buffer.from(text) }));
    return {
      topic: this.member.topic,
      partition,
      offset: record.offset,
      key: record.key === undefined ? null : Buffer.from(record.key),
      value: record.value === null ? null : Buffer.from(record.value),
      size: record.value?.length ?? 0,
      timestamp: 1_799_999_000_000 + record.offset,
      headers,
    };
  }

  private fetch(callback: Callback | undefined, delivery: RunningConsumer['delivery']): void {
    this.runs(delivery);
    void this.next().then((records) => {
      const messages = records.map((record) => this.messageOf(record));
      if (callback) this.uncaught(() => callback(null, messages));
    });
  }

  private async handle(message: object): Promise<void> {
    const { callback } = this;
    if (callback) await callback(null, message);
    for (const listener of this.listenersOf('data')) await listener(message);
  }

  private store(offset: number): void {
    this.stored = offset;
    if (this.autoCommit) void this.member.commitByItself(partition, offset);
  }

  private placesOf(places: unknown): readonly PartitionOffset[] {
    if (places !== undefined && places !== null) {
      return (isList(places) ? places : [places]).map((place) => offsetOf(place));
    }
    const { topic } = this.member;
    return this.stored === undefined ? [] : [{ topic, partition, offset: this.stored }];
  }
}

/** The place behind a message, which is what `commitMessage` commits. */
function behind(message: unknown): object {
  const { topic, partition: of, offset } = offsetOf(message);
  return { topic, partition: of, offset: offset + 1 };
}

/** What `createReadStream` gives: messages for `for await`, or for listeners. */
export class ConsumerStream {
  readonly consumer: KafkaConsumer;

  constructor(consumer: KafkaConsumer, options: unknown) {
    this.consumer = consumer;
    const topics = field(options, 'topics');
    consumer.subscribe(isList(topics) ? listField(options, 'topics') : [topics]);
  }

  on(event: unknown, listener: unknown): this {
    this.consumer.on(event, listener);
    return this;
  }

  connect(): void {
    // The consumer runs as soon as somebody listens.
  }

  close(callback?: unknown): void {
    if (isCallback(callback)) callback();
  }

  destroy(): void {
    this.consumer.stopPulling();
  }

  [Symbol.asyncIterator](): AsyncIterator<object> {
    const { consumer } = this;
    consumer.runs('each-message');
    return {
      next: async () => {
        const [record] = await consumer.next();
        return record ? { done: false, value: consumer.messageOf(record) } : { done: true, value: undefined };
      },
      return: () => {
        consumer.stopPulling();
        return Promise.resolve({ done: true, value: undefined });
      },
    };
  }
}
