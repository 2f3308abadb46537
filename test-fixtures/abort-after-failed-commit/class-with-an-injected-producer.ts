import type { Producer } from 'kafkajs';

export class Publisher {
  constructor(private readonly producer: Producer) {}

  async publish(value: string): Promise<void> {
    const txn = await this.producer.transaction();
    try {
      await txn.send({ topic: 'out', messages: [{ value }] });
      await txn.commit();
    } catch (error) {
      await txn.abort();
//          ^^^^^^^^^ abort-after-failed-commit unguarded
      throw error;
    }
  }
}
