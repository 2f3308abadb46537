import { Groups } from './groups.ts';
import { Transactions, type BrokerTransaction, type ProducerEpoch } from './transactions.ts';

export interface KafkaRecord {
  readonly key: Buffer | null;
  readonly value: Buffer | null;
  readonly headers: Readonly<Record<string, Buffer>>;
}

/** A record in a log. `origin` is what its sender wants to recognise it by. */
export interface LoggedRecord<Origin> {
  readonly offset: number;
  readonly record: KafkaRecord;
  readonly origin: Origin;
  /** Absent for a record that was sent outside any transaction. */
  readonly transaction?: BrokerTransaction;
}

export type Isolation = 'read_committed' | 'read_uncommitted';

/** Topics of one partition each, which is as much as a unit of work sees. */
export class Broker<Origin> {
  readonly groups = new Groups();
  readonly transactions = new Transactions(this.groups);
  private readonly logs = new Map<string, LoggedRecord<Origin>[]>();

  append(topic: string, record: KafkaRecord, origin: Origin): void {
    const log = this.logOf(topic);
    log.push({ offset: log.length, record, origin });
  }

  appendInTransaction(producer: ProducerEpoch, topic: string, record: KafkaRecord, origin: Origin): void {
    const transaction = this.transactions.join(producer);
    const log = this.logOf(topic);
    log.push({ offset: log.length, record, origin, transaction });
  }

  /** What a reader gets. One of committed records waits before the first record of an open transaction. */
  read(topic: string, isolation: Isolation): readonly LoggedRecord<Origin>[] {
    const log = this.logs.get(topic) ?? [];
    if (isolation === 'read_uncommitted') return log;
    const open = log.findIndex(({ transaction }) => transaction?.state === 'ongoing');
    return (open < 0 ? log : log.slice(0, open)).filter(({ transaction }) => transaction?.state !== 'aborted');
  }

  topics(): readonly string[] {
    return [...this.logs.keys()];
  }

  private logOf(topic: string): LoggedRecord<Origin>[] {
    const known = this.logs.get(topic);
    if (known) return known;
    const fresh: LoggedRecord<Origin>[] = [];
    this.logs.set(topic, fresh);
    return fresh;
  }
}
