import { BrokerError } from './broker-error.ts';
import type { Groups, GroupOffset } from './groups.ts';

export type TransactionState = 'ongoing' | 'committed' | 'aborted';

/** A transaction on the broker; its records refer to it, so that they change sides together. */
export interface BrokerTransaction {
  state: TransactionState;
  readonly offsets: GroupOffset[];
}

/** What a producer was told when it registered under a transactional id. */
export interface ProducerEpoch {
  readonly transactionalId: string;
  readonly epoch: number;
}

interface Registration {
  epoch: number;
  /** The number of the process that registered. */
  owner: number;
  transaction: BrokerTransaction | undefined;
}

/** The transaction coordinator: one registration per transactional id, the last one to register owns it. */
export class Transactions {
  private readonly registrations = new Map<string, Registration>();
  private readonly groups: Groups;

  constructor(groups: Groups) {
    this.groups = groups;
  }

  /** Fences whoever had the id before, and aborts what it left open. */
  initProducerId(transactionalId: string, owner = 0): ProducerEpoch {
    const known = this.registrations.get(transactionalId);
    if (known) end(known, 'aborted');
    const epoch = (known?.epoch ?? -1) + 1;
    this.registrations.set(transactionalId, { epoch, owner, transaction: undefined });
    return { transactionalId, epoch };
  }

  /**
   * The epoch of a producer that had registered before a later process did; undefined if none has. What it asks for is
   * refused.
   */
  epochBefore(transactionalId: string, owner: number): ProducerEpoch | undefined {
    const known = this.registrations.get(transactionalId);
    return known && known.owner > owner ? { transactionalId, epoch: known.epoch - 1 } : undefined;
  }

  /** The transaction that a record or an offset of this producer joins, opened by the first of them. */
  join(producer: ProducerEpoch): BrokerTransaction {
    const registration = this.ownedBy(producer);
    registration.transaction ??= { state: 'ongoing', offsets: [] };
    return registration.transaction;
  }

  addOffsets(producer: ProducerEpoch, offsets: readonly GroupOffset[]): void {
    this.join(producer).offsets.push(...offsets);
  }

  /** Outputs become visible and offsets move, in one step; or neither. */
  end(producer: ProducerEpoch, state: 'committed' | 'aborted'): void {
    const registration = this.ownedBy(producer);
    const transaction = registration.transaction;
    if (!transaction) throw new BrokerError('INVALID_TXN_STATE');
    end(registration, state);
    // The broker checks no generation here: the request of this library carries none.
    if (state === 'committed') for (const offset of transaction.offsets) this.groups.set(offset);
  }

  /** What nobody ends is aborted by the coordinator when its time is up. */
  expire(): void {
    for (const registration of this.registrations.values()) {
      if (registration.transaction) registration.epoch += 1;
      end(registration, 'aborted');
    }
  }

  private ownedBy({ transactionalId, epoch }: ProducerEpoch): Registration {
    const registration = this.registrations.get(transactionalId);
    if (registration?.epoch !== epoch) throw new BrokerError('INVALID_PRODUCER_EPOCH');
    return registration;
  }
}

function end(registration: Registration, state: 'committed' | 'aborted'): void {
  if (registration.transaction) registration.transaction.state = state;
  registration.transaction = undefined;
}
