import type { Consumer, EachMessagePayload, Producer, Transaction } from 'kafkajs';

export abstract class Processor {
  constructor(
    private readonly consumer: Consumer,
    private readonly producer: Producer,
    private readonly groupId: string,
  ) {}

  async start(topic: string): Promise<void> {
    await this.consumer.subscribe({ topic });
    await this.consumer.run({
//        ^^^^^^^^^^^^^^^^^ offsets-outside-transaction autoCommitOn
      eachMessage: async (payload) => this.inTransaction(payload),
    });
  }

  protected abstract process(txn: Transaction, payload: EachMessagePayload): Promise<void>;

  private async inTransaction(payload: EachMessagePayload): Promise<void> {
    const { topic, partition, message } = payload;
    const txn = await this.producer.transaction();
    try {
      await this.process(txn, payload);
      await txn.sendOffsets({
        consumerGroupId: this.groupId,
        topics: [{ topic, partitions: [{ partition, offset: (BigInt(message.offset) + 1n).toString() }] }],
      });
      await txn.commit();
    } catch (error) {
      if (txn.isActive()) await txn.abort();
      throw error;
    }
  }
}
