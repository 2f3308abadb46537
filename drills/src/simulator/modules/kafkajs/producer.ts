import type { ProducerEpoch } from '../../sinks/kafka/transactions.ts';
import { field, textField } from '../../world/callback.ts';
import type { Application } from '../../world/ledger.ts';
import type { Operation } from '../../world/operation.ts';
import type { LocatedEffect } from '../../world/effect-index.ts';
import type { SimulatedProcess } from '../../world/simulated-process.ts';
import { silentLogger } from '../silent-logger.ts';
import { inLibraryWords, KafkaJSNonRetriableError } from './errors.ts';
import type { LocalOffsets } from './local-offsets.ts';
import { offsetsOf, recordsOf } from './messages.ts';

/** The library's own view of a producer's transaction. It never leaves the states in which ending one has failed. */
type State = 'ready' | 'transacting' | 'committing' | 'aborting';

interface OutgoingRecord {
  readonly located: LocatedEffect;
  readonly applications: readonly Application[];
  readonly topic: string;
  readonly record: ReturnType<typeof recordsOf>[number]['record'];
}

export class Producer {
  readonly events = {};
  private readonly process: SimulatedProcess;
  private readonly offsets: LocalOffsets;
  private readonly transactionalId: string | undefined;
  private readonly idempotent: boolean;
  private state: State = 'ready';
  private epoch: ProducerEpoch | undefined;
  /** Whether the broker knows of the transaction: the library ends no other. */
  private registered = false;

  constructor(process: SimulatedProcess, offsets: LocalOffsets, options: unknown) {
    this.process = process;
    this.offsets = offsets;
    this.transactionalId = textField(options, 'transactionalId');
    if (this.transactionalId !== undefined && !process.starting)
      process.world.noteProducer(process.number, this.transactionalId);
    this.idempotent = field(options, 'idempotent') === true;
    const retries = field(field(options, 'retry'), 'retries');
    if (this.idempotent && typeof retries === 'number' && retries < 1) {
      throw new KafkaJSNonRetriableError('Idempotent producer must allow retries to protect against transient errors');
    }
  }

  connect = (): Promise<void> => Promise.resolve();
  disconnect = (): Promise<void> => Promise.resolve();
  isIdempotent = (): boolean => this.idempotent;
  on = (): (() => void) => () => undefined;
  logger = (): object => silentLogger;

  /** Goes past any transaction of this producer. */
  send = (request: unknown): Promise<unknown> => {
    const records = this.outgoing(request);
    return this.process.perform({
      ...this.sending(records),
      isRetried: !this.idempotent,
      apply: () => {
        const { broker } = this.process.world;
        for (const { topic, record, applications } of records) broker.append(topic, record, applications);
        return records.map(metadata);
      },
    });
  };

  sendBatch = this.send;

  transaction = async (): Promise<object> => {
    const { transactionalId } = this;
    if (transactionalId === undefined) {
      throw new KafkaJSNonRetriableError('Must provide transactional id for transactional producer');
    }
    this.mustBe('ready');
    await this.process.perform({
      label: `begins a transaction as ${this.process.world.effects.generic(transactionalId)}`,
      point: 'write',
      apply: () => {
        this.mustBe('ready');
        this.epoch ??= this.register(transactionalId);
        this.state = 'transacting';
      },
    });
    return this.newTransaction();
  };

  /**
   * The library registers with the first transaction of a producer. A process that has lost its partition had one before,
   * in all likelihood, so it comes too late here although it may not have begun one in this run; one that handlers
   * make for each message registers anew.
   */
  private register(transactionalId: string): ProducerEpoch {
    const { world, number, revoked } = this.process;
    const { transactions } = world.broker;
    const before =
      revoked && !world.settings.remakesProducers ? transactions.epochBefore(transactionalId, number) : undefined;
    return before ?? transactions.initProducerId(transactionalId, number);
  }

  private newTransaction(): object {
    let ended = false;
    const unlessEnded =
      <T>(act: (argument: unknown) => Promise<T>) =>
      (argument: unknown): Promise<T> =>
        ended
          ? Promise.reject(new KafkaJSNonRetriableError('Cannot continue to use transaction once ended'))
          : act(argument);
    const end = (outcome: 'committed' | 'aborted'): Promise<void> => {
      ended = true;
      return this.end(outcome);
    };
    return {
      send: unlessEnded(this.sendInTransaction),
      sendBatch: unlessEnded(this.sendInTransaction),
      sendOffsets: unlessEnded(this.sendOffsets),
      commit: unlessEnded(() => end('committed')),
      abort: unlessEnded(() => end('aborted')),
      isActive: () => this.state === 'transacting' && !ended,
    };
  }

  private readonly sendInTransaction = (request: unknown): Promise<unknown> => {
    if ((field(request, 'acks') ?? -1) !== -1) {
      const refused = "Not requiring ack for all messages invalidates the idempotent producer's EoS guarantees";
      return Promise.reject(new KafkaJSNonRetriableError(refused));
    }
    const records = this.outgoing(request);
    return this.process.perform({
      ...this.sending(records),
      apply: () => {
        const epoch = this.ongoing();
        const { broker } = this.process.world;
        for (const { topic, record, applications } of records) {
          inLibraryWords(() => {
            broker.appendInTransaction(epoch, topic, record, applications);
          });
        }
        this.registered = true;
        return records.map(metadata);
      },
    });
  };

  private readonly sendOffsets = (request: unknown): Promise<void> => {
    const group = textField(request, 'consumerGroupId') ?? '';
    const offsets = offsetsOf(request);
    return this.process.perform({
      label: `sends offset ${offsets.map(({ offset }) => offset).join(', ')} to the transaction`,
      point: 'write',
      apply: () => {
        const epoch = this.ongoing();
        const { transactions } = this.process.world.broker;
        inLibraryWords(() => {
          transactions.addOffsets(
            epoch,
            offsets.map((offset) => ({ group, ...offset })),
          );
        });
        this.registered = true;
        for (const { topic, partition, offset } of offsets) this.offsets.mark(topic, partition, offset);
      },
    });
  };

  private end(outcome: 'committed' | 'aborted'): Promise<void> {
    const ending = outcome === 'committed' ? 'committing' : 'aborting';
    return this.process.perform({
      label: outcome === 'committed' ? 'commits the transaction' : 'aborts the transaction',
      point: 'write',
      apply: () => {
        const epoch = this.ongoing();
        this.state = ending;
        if (this.registered) {
          inLibraryWords(() => {
            this.process.world.broker.transactions.end(epoch, outcome);
          });
        }
        this.registered = false;
        this.state = 'ready';
      },
      failed: () => {
        this.state = ending;
      },
    });
  }

  private ongoing(): ProducerEpoch {
    this.mustBe('transacting');
    if (!this.epoch) throw new KafkaJSNonRetriableError('There is no ongoing transaction');
    return this.epoch;
  }

  private mustBe(state: State): void {
    if (this.state === state) return;
    throw new KafkaJSNonRetriableError(
      state === 'ready'
        ? 'There is already an ongoing transaction for this producer. Please end the transaction before beginning another.'
        : `Transaction state exception: cannot do this in state ${this.state.toUpperCase()}`,
    );
  }

  private outgoing(request: unknown): readonly OutgoingRecord[] {
    return recordsOf(request).map(({ topic, record }) => {
      const located = this.process.locate({
        kind: 'produce',
        role: 'effect',
        category: 'kafka',
        resource: topic,
        label: `sends to ${topic}`,
      });
      return { located, topic, record, applications: this.process.applicationsOf(located, record) };
    });
  }

  private sending(records: readonly OutgoingRecord[]): Pick<Operation<unknown>, 'label' | 'point' | 'site'> {
    const [first] = records;
    return { label: first?.located.facts.label ?? 'sends nothing', point: 'write', site: first?.located.site };
  }
}

function metadata({ topic }: OutgoingRecord): object {
  return { topicName: topic, partition: 0, errorCode: 0, baseOffset: '0' };
}
