import type { Producer, Transaction } from 'kafkajs';

export class Unit {
  private txn: Transaction | undefined;

  constructor(private readonly producer: Producer) {}

  async open(): Promise<void> {
    if (this.txn !== undefined) await this.txn.abort();
    this.txn = await this.producer.transaction();
  }

  async close(): Promise<void> {
    await this.txn?.commit();
  }
}
