import { BrokerError } from '../../sinks/kafka/broker-error.ts';
import type { ProducerEpoch } from '../../sinks/kafka/transactions.ts';
import type { SimulatedProcess } from '../../world/simulated-process.ts';
import type { PartitionOffset } from '../kafkajs/messages.ts';
import type { OutgoingRecord } from './outgoing.ts';

/** A consumer as its group knows it: what a producer passes on with offsets. */
export interface GroupMember {
  readonly groupId: string;
  readonly generation: number;
}

/** How a library says what the broker, or it itself, has refused. */
export interface Words {
  refused(error: BrokerError): Error;
  wrongState(message: string): Error;
}

/**
 * The transactions of a producer that a failed commit or abort leaves as they were: open, to be committed again or
 * aborted.
 */
export class TransactionState {
  isOpen = false;
  private readonly process: SimulatedProcess;
  private readonly transactionalId: string | undefined;
  private readonly words: Words;
  private readonly lane = {};
  private epoch: ProducerEpoch | undefined;
  /** Whether the broker knows of the transaction. */
  private registered = false;
  /** The answer to a commit was lost, so that the broker may be done with the transaction. */
  private mayBeOver = false;
  /** A record of the transaction is lost: it can only be aborted. */
  private failed = false;

  constructor(process: SimulatedProcess, transactionalId: string | undefined, words: Words) {
    this.process = process;
    this.transactionalId = transactionalId;
    this.words = words;
    if (transactionalId !== undefined && !process.starting) process.world.noteProducer(process.number, transactionalId);
  }

  /** Takes the id from whoever had it before. */
  register(): ProducerEpoch {
    const { transactionalId, process } = this;
    if (transactionalId === undefined) throw this.words.wrongState('there is no transactional id');
    const { world, number, revoked } = process;
    const { transactions } = world.broker;
    const before =
      revoked && !world.settings.remakesProducers ? transactions.epochBefore(transactionalId, number) : undefined;
    this.epoch ??= before ?? transactions.initProducerId(transactionalId, number);
    return this.epoch;
  }

  begin(): Promise<void> {
    const { transactionalId } = this;
    if (transactionalId === undefined) return Promise.reject(this.words.wrongState('there is no transactional id'));
    if (this.isOpen) return Promise.reject(this.words.wrongState('a transaction is already in progress'));
    return this.process.perform({
      label: `begins a transaction as ${this.process.world.effects.generic(transactionalId)}`,
      point: 'write',
      lane: this.lane,
      apply: () => {
        if (this.isOpen) throw this.words.wrongState('a transaction is already in progress');
        this.register();
        this.isOpen = true;
        this.mayBeOver = false;
        this.failed = false;
      },
    });
  }

  /**
   * In the transaction that is open when the records reach the broker; outside of any where none is. Records that never
   * got into the library's queue are none of the transaction's; `queued` ones are, whatever becomes of them.
   */
  send(records: readonly OutgoingRecord[], { queued = false, isIdempotent = false } = {}): Promise<void> {
    const [first] = records;
    let taken = queued;
    return this.process.perform({
      label: first?.located.facts.label ?? 'sends nothing',
      site: first?.located.site,
      isRetried: !isIdempotent && !this.isOpen,
      point: 'write',
      lane: this.lane,
      apply: () => {
        taken = true;
        for (const { topic, record, applications } of records) this.append(topic, record, applications);
        if (this.isOpen && records.length > 0) this.registered = true;
      },
      failed: () => {
        this.failed ||= this.isOpen && taken;
      },
    });
  }

  sendOffsets({ groupId: group, generation }: GroupMember, offsets: readonly PartitionOffset[]): Promise<void> {
    return this.process.perform({
      label: `sends offset ${offsets.map(({ offset }) => offset).join(', ')} to the transaction`,
      point: 'write',
      lane: this.lane,
      apply: () => {
        if (!this.isOpen) throw this.words.wrongState('there is no transaction in progress');
        const { groups, transactions } = this.process.world.broker;
        const epoch = this.register();
        this.ask(() => {
          if (!groups.isCurrent(group, generation)) throw new BrokerError('ILLEGAL_GENERATION');
          transactions.addOffsets(
            epoch,
            offsets.map((offset) => ({ group, ...offset })),
          );
        });
        this.registered = true;
      },
    });
  }

  end(outcome: 'committed' | 'aborted'): Promise<void> {
    return this.process.perform({
      label: outcome === 'committed' ? 'commits the transaction' : 'aborts the transaction',
      point: 'write',
      lane: this.lane,
      apply: () => {
        if (!this.isOpen) throw this.words.wrongState('there is no transaction in progress');
        if (outcome === 'committed' && this.failed) throw this.words.wrongState('a record of the transaction is lost');
        if (this.registered && !this.mayBeOver) this.endAtBroker(outcome);
        this.registered = false;
        this.isOpen = false;
      },
      failed: () => {
        // What was applied is over for the broker, and still open for the library.
        this.mayBeOver = !this.isOpen;
        this.isOpen = true;
      },
    });
  }

  /** As if there had never been one: the broker still waits for its end. */
  forget(): void {
    this.isOpen = false;
    this.registered = false;
  }

  private endAtBroker(outcome: 'committed' | 'aborted'): void {
    const epoch = this.register();
    this.ask(() => {
      this.process.world.broker.transactions.end(epoch, outcome);
    });
  }

  private append(topic: string, record: OutgoingRecord['record'], origin: OutgoingRecord['applications']): void {
    const { broker } = this.process.world;
    if (!this.isOpen) {
      broker.append(topic, record, origin);
      return;
    }
    const epoch = this.register();
    this.ask(() => {
      broker.appendInTransaction(epoch, topic, record, origin);
    });
  }

  private ask(question: () => void): void {
    try {
      question();
    } catch (error) {
      throw error instanceof BrokerError ? this.words.refused(error) : error;
    }
  }
}
