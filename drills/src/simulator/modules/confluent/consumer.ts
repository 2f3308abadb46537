import { field, isCallback, isList, listField, plainText, textField, type Callback } from '../../world/callback.ts';
import {
  fedPartition as partition,
  type DeliveryOutcome,
  type FetchedRecord,
  type RunningConsumer,
} from '../../world/running-consumer.ts';
import type { SimulatedProcess } from '../../world/simulated-process.ts';
import { Membership } from '../kafka/membership.ts';
import { batchPayload } from '../kafkajs/batch-payload.ts';
import { offsetOf } from '../kafkajs/messages.ts';
import { messageOf } from '../kafkajs/received-message.ts';
import { silentLogger } from '../silent-logger.ts';
import { KafkaJSError, KafkaJSNotImplemented, words } from './errors.ts';
import type { Settings } from './settings.ts';

/** A consumer of the API in the manner of kafkajs. What it has stored is committed in the background, or by hand. */
export class Consumer implements RunningConsumer {
  readonly awaitsHandler = true;
  readonly readUncommitted: boolean;
  readonly topics: string[] = [];
  delivery: RunningConsumer['delivery'] = 'each-message';
  position = 0;
  private readonly process: SimulatedProcess;
  private readonly member: Membership;
  private readonly autoCommit: boolean;
  private handler: Callback | undefined;
  private autoResolve = true;
  private stored: number | undefined;
  private sought: number | undefined;

  constructor(process: SimulatedProcess, settings: Settings) {
    this.process = process;
    this.member = new Membership(process, textField(settings, 'group.id') ?? '', words);
    this.readUncommitted = settings['isolation.level'] === 'read_uncommitted';
    this.autoCommit = settings['enable.auto.commit'] !== false;
  }

  get groupId(): string {
    return this.member.groupId;
  }

  get generation(): number {
    return this.member.generation;
  }

  connect = (): Promise<void> => Promise.resolve();
  disconnect = (): Promise<void> => Promise.resolve();
  logger = (): object => silentLogger;
  dependentAdmin = (): object => ({});
  pause = (): void => undefined;
  resume = (): void => undefined;
  paused = (): readonly unknown[] => [];
  assignment = (): readonly unknown[] => [{ topic: this.member.topic, partition }];
  stop = (): Promise<void> => Promise.reject(new KafkaJSNotImplemented('stop is not implemented'));

  subscribe = (subscription: unknown): Promise<void> => {
    if (field(subscription, 'fromBeginning') !== undefined) {
      return Promise.reject(new KafkaJSError("'fromBeginning' belongs into the consumer's configuration"));
    }
    for (const topic of [field(subscription, 'topic'), ...listField(subscription, 'topics')]) {
      if (topic !== undefined) this.topics.push(topic instanceof RegExp ? topic.source : plainText(topic));
    }
    return Promise.resolve();
  };

  run = (options: unknown): Promise<void> => {
    const misplaced = ['autoCommit', 'autoCommitInterval', 'autoCommitThreshold'].find(
      (name) => field(options, name) !== undefined,
    );
    if (misplaced !== undefined) {
      return Promise.reject(new KafkaJSError(`'${misplaced}' belongs into the consumer's configuration`));
    }
    const [eachMessage, eachBatch] = [field(options, 'eachMessage'), field(options, 'eachBatch')];
    const handler = eachMessage ?? eachBatch;
    this.delivery = eachMessage === undefined ? 'each-batch' : 'each-message';
    this.handler = isCallback(handler) ? handler : undefined;
    this.autoResolve = field(options, 'eachBatchAutoResolve') !== false;
    this.process.consumers.push(this);
    return Promise.resolve();
  };

  seek = (place: unknown): void => {
    this.sought = offsetOf(place).offset;
  };

  /** Without offsets, what is stored; with them, these, as they are. */
  commitOffsets = (places?: unknown): Promise<void> => {
    if (!this.handler) return Promise.reject(new KafkaJSError('The consumer does not run'));
    return isList(places) ? this.member.commit(places.map((place) => offsetOf(place))) : this.commitStored();
  };

  assign(topic: string, position: number): void {
    this.position = position;
    this.stored = undefined;
    this.member.join(topic);
  }

  async deliver(records: readonly FetchedRecord[]): Promise<DeliveryOutcome> {
    try {
      if (this.delivery === 'each-message') await this.handleEach(records);
      else await this.handleBatch(records);
      await this.commitInBackground();
      return { kind: 'returned' };
    } catch (error) {
      // The library logs it, and goes back to the first message that it has not stored.
      this.takeSought();
      await this.commitInBackground();
      return { kind: 'threw', error: textField(error, 'message') ?? String(error), fatal: false };
    }
  }

  private async handleEach(records: readonly FetchedRecord[]): Promise<void> {
    for (const record of records) {
      const { heartbeat, pause } = helpers;
      await this.handler?.({ topic: this.member.topic, partition, message: messageOf(record), heartbeat, pause });
      if (!this.takeSought()) this.store(record.offset);
    }
  }

  private async handleBatch(records: readonly FetchedRecord[]): Promise<void> {
    await this.handler?.(
      batchPayload(
        {
          ...helpers,
          resolve: (offset) => {
            this.store(Number(offset));
          },
          uncommitted: () => {
            throw new KafkaJSNotImplemented('uncommittedOffsets is not implemented');
          },
          // What is given is ignored.
          commitResolved: () => (this.autoCommit ? Promise.resolve() : this.commitStored()),
          commitGiven: () => (this.autoCommit ? Promise.resolve() : this.commitStored()),
          isRunning: () => !this.process.stopping,
          isStale: () => this.sought !== undefined || this.process.hasBeenExpelled(),
        },
        this.member.topic,
        records,
      ),
    );
    const last = records.at(-1);
    // A batch that became stale is not resolved for whoever left it.
    const isResolved = this.autoResolve && !this.process.hasBeenExpelled();
    if (!this.takeSought() && last && isResolved) this.store(last.offset);
  }

  private store(offset: number): void {
    this.stored = offset + 1;
    this.position = this.stored;
  }

  private takeSought(): boolean {
    const { sought } = this;
    this.sought = undefined;
    if (sought === undefined) return false;
    this.position = sought;
    this.stored = sought;
    return true;
  }

  private commitStored(): Promise<void> {
    const { stored } = this;
    const { topic } = this.member;
    return stored === undefined ? Promise.resolve() : this.member.commit([{ topic, partition, offset: stored }]);
  }

  private async commitInBackground(): Promise<void> {
    if (this.autoCommit && this.stored !== undefined) await this.member.commitByItself(partition, this.stored);
  }
}

const helpers = { heartbeat: () => Promise.resolve(), pause: () => () => undefined };
