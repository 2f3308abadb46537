import { field, textField } from '../../world/callback.ts';
import type { SimulatedProcess } from '../../world/simulated-process.ts';
import { conflictIn } from '../kafka/librdkafka-settings.ts';
import { outgoing } from '../kafka/outgoing.ts';
import { TransactionState, type GroupMember } from '../kafka/transaction-state.ts';
import { offsetsOf, recordsOf } from '../kafkajs/messages.ts';
import { silentLogger } from '../silent-logger.ts';
import { KafkaJSError, words } from './errors.ts';
import type { Settings } from './settings.ts';

const placedElsewhere = ['acks', 'timeout', 'compression'];

/** A producer that is its own transaction: while one is open, whatever it sends belongs to it. */
export class Producer {
  private readonly process: SimulatedProcess;
  private readonly state: TransactionState;
  private readonly isTransactional: boolean;
  private readonly isIdempotent: boolean;
  private readonly conflict: string | undefined;

  constructor(process: SimulatedProcess, settings: Settings) {
    this.process = process;
    const id = textField(settings, 'transactional.id');
    this.isTransactional = id !== undefined;
    this.isIdempotent = settings['enable.idempotence'] === true;
    this.conflict = conflictIn(settings);
    this.state = new TransactionState(process, id, words);
  }

  /** librdkafka is asked to make its producer here, and registers a transactional one. */
  connect = (): Promise<void> => {
    if (this.conflict !== undefined) return Promise.reject(new KafkaJSError(this.conflict));
    return this.process.perform({
      label: 'connects',
      point: 'opaque',
      apply: () => {
        if (this.isTransactional) this.state.register();
      },
    });
  };

  disconnect = (): Promise<void> => Promise.resolve();
  flush = (): Promise<void> => Promise.resolve();
  logger = (): object => silentLogger;
  dependentAdmin = (): object => ({});
  isActive = (): boolean => this.state.isOpen;

  send = (request: unknown): Promise<unknown> => {
    const refused = placedElsewhere.find((name) => field(request, name) !== undefined);
    if (refused !== undefined) return Promise.reject(new KafkaJSError(`'${refused}' is no option of a send`));
    if (this.conflict !== undefined) return Promise.reject(new KafkaJSError(this.conflict));
    if (this.isTransactional && !this.state.isOpen) {
      return Promise.reject(words.wrongState('a transactional producer sends in transactions only'));
    }
    const records = outgoing(this.process, recordsOf(request));
    return this.state
      .send(records, { isIdempotent: this.isIdempotent })
      .then(() => records.map(({ topic }) => ({ topicName: topic, partition: 0, errorCode: 0, offset: '0' })));
  };

  sendBatch = this.send;

  /** Resolves to the producer itself. */
  transaction = async (): Promise<this> => {
    if (this.conflict !== undefined) throw new KafkaJSError(this.conflict);
    await this.state.begin();
    return this;
  };

  sendOffsets = (request: unknown): Promise<void> => {
    const consumer = field(request, 'consumer');
    const offsets = offsetsOf(request);
    if (field(request, 'consumerGroupId') !== undefined || !isMember(consumer) || offsets.length === 0) {
      return Promise.reject(new KafkaJSError('sendOffsets takes { consumer, topics }'));
    }
    return this.state.sendOffsets(consumer, offsets);
  };

  commit = (): Promise<void> => this.state.end('committed');
  abort = (): Promise<void> => this.state.end('aborted');
}

function isMember(value: unknown): value is GroupMember {
  return textField(value, 'groupId') !== undefined && typeof field(value, 'generation') === 'number';
}
