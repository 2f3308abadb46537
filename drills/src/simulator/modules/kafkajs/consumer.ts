import { BrokerError } from '../../sinks/kafka/broker-error.ts';
import { field, isCallback, isList, listField, plainText, textField, type Callback } from '../../world/callback.ts';
import {
  fedPartition as partition,
  type DeliveryOutcome,
  type FetchedRecord,
  type RunningConsumer,
} from '../../world/running-consumer.ts';
import type { SimulatedProcess } from '../../world/simulated-process.ts';
import { batchPayload, type BatchConsumer } from './batch-payload.ts';
import { inLibraryWords, KafkaJSNonRetriableError, KafkaJSProtocolError } from './errors.ts';
import type { LocalOffsets } from './local-offsets.ts';
import { offsetOf, type PartitionOffset } from './messages.ts';
import { messageOf } from './received-message.ts';
import { silentLogger } from '../silent-logger.ts';
import { readRunOptions, type RunOptions } from './run-options.ts';

export class Consumer implements RunningConsumer, BatchConsumer {
  readonly events = {};
  readonly groupId: string;
  readonly readUncommitted: boolean;
  readonly topics: string[] = [];
  delivery: RunningConsumer['delivery'] = 'each-message';
  position = 0;
  private readonly process: SimulatedProcess;
  private readonly offsets: LocalOffsets;
  private options: RunOptions | undefined;
  private topic = '';
  private generation = 0;
  /** The next offset by what the handler has resolved; undefined before it has resolved anything. */
  private resolved: number | undefined;
  private sought: number | undefined;

  constructor(process: SimulatedProcess, offsets: LocalOffsets, options: unknown) {
    this.process = process;
    this.offsets = offsets;
    this.groupId = textField(options, 'groupId') ?? '';
    this.readUncommitted = field(options, 'readUncommitted') === true;
  }

  connect = (): Promise<void> => Promise.resolve();
  disconnect = (): Promise<void> => Promise.resolve();
  stop = (): Promise<void> => Promise.resolve();
  on = (): (() => void) => () => undefined;
  logger = (): object => silentLogger;
  pause = (): (() => void) => () => undefined;
  resume = (): void => undefined;
  paused = (): readonly unknown[] => [];
  describeGroup = (): Promise<object> => Promise.resolve({ groupId: this.groupId, members: [], state: 'Stable' });

  subscribe = (subscription: unknown): Promise<void> => {
    for (const topic of [field(subscription, 'topic'), ...listField(subscription, 'topics')]) {
      if (topic !== undefined) this.topics.push(topic instanceof RegExp ? topic.source : plainText(topic));
    }
    return Promise.resolve();
  };

  run = (options: unknown): Promise<void> => {
    this.options = readRunOptions(options);
    this.delivery = this.options.delivery;
    this.process.consumers.push(this);
    return Promise.resolve();
  };

  seek = (place: unknown): void => {
    this.sought = offsetOf(place).offset;
  };

  /** Commits what it is given, as it is; the position of this process stays where it is. */
  commitOffsets = (places: unknown): Promise<void> => {
    if (!this.options) return Promise.reject(new KafkaJSNonRetriableError('Consumer group was not initialized'));
    return this.commitGiven(isList(places) ? places.map((place) => offsetOf(place)) : []);
  };

  assign(topic: string, position: number): void {
    this.topic = topic;
    this.position = position;
    this.resolved = undefined;
    this.generation = this.process.world.broker.groups.join(this.groupId);
  }

  async deliver(records: readonly FetchedRecord[]): Promise<DeliveryOutcome> {
    try {
      if (this.delivery === 'each-message') await this.handleEach(records);
      else await this.handleBatch(records);
      await this.commitByItself();
      return { kind: 'returned' };
    } catch (error) {
      await this.commitByItself();
      return { kind: 'threw', error: textField(error, 'message') ?? String(error), fatal: isFatal(error) };
    }
  }

  resolve(offset: string): void {
    this.resolved = Number(offset) + 1;
    this.position = this.resolved;
  }

  /** Offsets that were resolved and not yet committed, in the library's odd shape: partitions are texts. */
  uncommitted(): object {
    const { resolved } = this;
    const marked = this.offsets.marked(this.topic, partition);
    if (resolved === undefined || (marked !== undefined && marked >= resolved)) return { topics: [] };
    return {
      topics: [{ topic: this.topic, partitions: [{ partition: String(partition), offset: String(resolved) }] }],
    };
  }

  heartbeat = (): Promise<void> =>
    this.process.perform({
      label: 'heartbeat',
      point: 'membership',
      apply: () => {
        if (this.process.hasLostPartition()) throw new KafkaJSProtocolError(new BrokerError('REBALANCE_IN_PROGRESS'));
      },
    });

  isRunning(): boolean {
    return !this.process.stopping;
  }

  isStale(): boolean {
    return this.sought !== undefined;
  }

  /** `commitOffsetsIfNecessary()`: only an interval or a threshold makes it necessary. */
  commitResolved(): Promise<void> {
    const { resolved } = this;
    if (resolved === undefined || this.options?.commitsOften !== true) return Promise.resolve();
    return this.commitGiven([{ topic: this.topic, partition, offset: resolved }]);
  }

  commitGiven(offsets: readonly PartitionOffset[]): Promise<void> {
    return this.process.perform({
      label: `commits offset ${offsets.map(({ offset }) => offset).join(', ')}`,
      point: 'write',
      asMember: true,
      apply: () => {
        for (const offset of offsets) this.commit(offset);
      },
    });
  }

  private async handleEach(records: readonly FetchedRecord[]): Promise<void> {
    for (const record of records) {
      const { topic, heartbeat, pause } = this;
      await this.call({ topic, partition, message: messageOf(record), heartbeat, pause });
      if (!this.takeSought()) this.resolve(String(record.offset));
    }
  }

  private async handleBatch(records: readonly FetchedRecord[]): Promise<void> {
    await this.call(batchPayload(this, this.topic, records));
    const last = records.at(-1);
    if (!this.takeSought() && last && this.options?.autoResolve === true) this.resolve(String(last.offset));
  }

  private async call(payload: object): Promise<void> {
    const handler: Callback | undefined = this.options?.handler;
    if (isCallback(handler)) await handler(payload);
  }

  private takeSought(): boolean {
    const { sought } = this;
    this.sought = undefined;
    if (sought === undefined) return false;
    this.position = sought;
    this.resolved = sought;
    return true;
  }

  /** Auto-commit, after a handler that returned as well as after one that threw. Its failure is the library's affair. */
  private async commitByItself(): Promise<void> {
    const { resolved } = this;
    if (this.options?.autoCommit !== true || resolved === undefined) return;
    if (this.offsets.marked(this.topic, partition) === resolved) return;
    const { topic } = this;
    await this.process
      .perform({
        label: `auto-commit moves the group to offset ${resolved}`,
        point: 'library',
        asMember: true,
        apply: () => {
          this.commit({ topic, partition, offset: resolved });
        },
      })
      .catch(() => undefined);
  }

  private commit(offset: PartitionOffset): void {
    const { groups } = this.process.world.broker;
    inLibraryWords(() => {
      groups.commit(this.generation, { group: this.groupId, ...offset });
    });
    this.offsets.mark(offset.topic, offset.partition, offset.offset);
  }
}

function isFatal(error: unknown): boolean {
  return field(error, 'retriable') === false && field(error, 'name') !== 'KafkaJSNumberOfRetriesExceeded';
}
