import { field, isCallback, listField, plainText, textField, type Callback } from '../../world/callback.ts';
import {
  fedPartition as partition,
  firstOffset,
  type DeliveryOutcome,
  type FetchedRecord,
  type RunningConsumer,
} from '../../world/running-consumer.ts';
import type { SimulatedProcess } from '../../world/simulated-process.ts';
import { Membership } from '../kafka/membership.ts';
import { Pull } from '../kafka/pull.ts';
import { offsetOf } from '../kafkajs/messages.ts';
import { answer } from '../requests.ts';
import { words } from './errors.ts';
import { converted } from './serializers.ts';

export class Consumer {
  readonly groupId: string;
  private readonly process: SimulatedProcess;
  private readonly options: unknown;
  private readonly member: Membership;

  constructor(process: SimulatedProcess, options: unknown) {
    this.process = process;
    this.options = options;
    this.groupId = textField(options, 'groupId') ?? '';
    this.member = new Membership(process, this.groupId, words);
  }

  get generationId(): number {
    return this.member.generation;
  }

  on = (): this => this;
  isActive = (): boolean => true;
  isConnected = (): boolean => true;
  joinGroup = (...args: readonly unknown[]): unknown => answer(Promise.resolve('member'), args);
  leaveGroup = (...args: readonly unknown[]): unknown => answer(Promise.resolve(), args);
  close = (...args: readonly unknown[]): unknown => answer(Promise.resolve(), args);

  /** What is asked for here goes before what the consumer was made with. */
  consume = (...args: readonly unknown[]): unknown => {
    const [options] = args;
    const setting = (name: string): unknown => field(options, name) ?? field(this.options, name);
    const stream = new MessagesStream(this.process, this.member, {
      topics: listField(options, 'topics').map(plainText),
      autoCommit: (setting('autocommit') ?? true) !== false,
      readUncommitted: setting('isolationLevel') === 0,
      mode: plainText(setting('mode') ?? 'latest'),
      deserializers: setting('deserializers'),
    });
    return answer(Promise.resolve(stream), args);
  };

  /** As it is given. */
  commit = (...args: readonly unknown[]): unknown =>
    answer(this.member.commit(listField(args[0], 'offsets').map((place) => offsetOf(place))), args);
}

interface StreamSettings {
  readonly topics: readonly string[];
  readonly autoCommit: boolean;
  readonly readUncommitted: boolean;
  readonly mode: string;
  readonly deserializers: unknown;
}

/** The messages of a consumer, for a loop or for listeners. With auto-commit they are committed as they are fetched. */
class MessagesStream implements RunningConsumer {
  readonly settles = true;
  readonly delivery = 'each-message';
  position = 0;
  private readonly process: SimulatedProcess;
  private readonly member: Membership;
  private readonly settings: StreamSettings;
  private readonly pull = new Pull<FetchedRecord>();
  private readonly listeners: Callback[] = [];

  constructor(process: SimulatedProcess, member: Membership, settings: StreamSettings) {
    this.process = process;
    this.member = member;
    this.settings = settings;
  }

  get groupId(): string {
    return this.member.groupId;
  }

  get topics(): readonly string[] {
    return this.settings.topics;
  }

  get readUncommitted(): boolean {
    return this.settings.readUncommitted;
  }

  on = (event: unknown, listener: unknown): this => {
    if (event === 'data' && isCallback(listener)) {
      this.listeners.push(listener);
      this.runs();
    }
    return this;
  };

  addListener = this.on;
  once = (): this => this;
  pause = (): this => this;
  resume = (): this => this;
  isActive = (): boolean => true;
  isConnected = (): boolean => true;
  close = (...args: readonly unknown[]): unknown => answer(Promise.resolve(), args);

  /** Each call is waited for. */
  forEach = async (run: unknown): Promise<void> => {
    for await (const message of this) if (isCallback(run)) await run(message);
  };

  [Symbol.asyncIterator](): AsyncIterableIterator<object> {
    this.runs();
    const { pull } = this;
    const iterator: AsyncIterableIterator<object> = {
      next: async () => ({ done: false, value: this.messageOf(await pull.ask()) }),
      return: () => {
        pull.left();
        return Promise.resolve({ done: true, value: undefined });
      },
      [Symbol.asyncIterator]: () => iterator,
    };
    return iterator;
  }

  /** Only in one mode does the stream begin where the group is: `latest` passes over what came before it. */
  assign(topic: string, position: number): void {
    this.member.join(topic);
    const { mode } = this.settings;
    const latest = this.process.number === 0 ? firstOffset : Number.POSITIVE_INFINITY;
    this.position = mode === 'committed' ? position : mode === 'earliest' ? firstOffset : latest;
  }

  async deliver(records: readonly FetchedRecord[]): Promise<DeliveryOutcome> {
    this.position = (records.at(-1)?.offset ?? this.position) + 1;
    if (this.settings.autoCommit) await this.member.commitByItself(partition, this.position);
    const [record] = records;
    if (!record) return { kind: 'returned' };
    if (this.listeners.length === 0) return this.pull.hand(record);
    try {
      for (const listener of this.listeners) await listener(this.messageOf(record));
      return { kind: 'returned' };
    } catch (error) {
      return { kind: 'threw', error: textField(error, 'message') ?? String(error), fatal: true, endsProcess: true };
    }
  }

  private runs(): void {
    if (!this.process.consumers.includes(this)) this.process.consumers.push(this);
  }

  private messageOf(record: FetchedRecord): object {
    const { deserializers, autoCommit } = this.settings;
    const { topic, groupId, generation } = this.member;
    const as = (part: string, text: string): unknown => converted(deserializers, part, Buffer.from(text));
    const offset = record.offset + 1;
    const headers = new Map(
      Object.entries(record.headers).map(([name, text]) => [as('headerKey', name), as('headerValue', text)]),
    );
    return {
      topic,
      partition,
      offset: BigInt(record.offset),
      timestamp: BigInt(1_799_999_000_000 + record.offset),
      key: record.key === undefined ? undefined : as('key', record.key),
      value: record.value === null ? undefined : as('value', record.value),
      headers,
      metadata: { groupId, generation },
      // It has nothing to do where the library commits by itself.
      commit: (...args: readonly unknown[]) =>
        answer(autoCommit ? Promise.resolve() : this.member.commit([{ topic, partition, offset }]), args),
      toJSON: () => ({ topic, partition }),
    };
  }
}
