import { Kafka, type EachMessagePayload, type Producer, type Transaction } from 'kafkajs';

class UnitOfWork {
  static async open(producer: Producer, group: string): Promise<UnitOfWork> {
    return new UnitOfWork(await producer.transaction(), group);
  }

  private constructor(
    private readonly txn: Transaction,
    private readonly group: string,
  ) {}

  async publish(topic: string, key: string): Promise<void> {
    await this.txn.send({ topic, messages: [{ key, value: key }] });
  }

  async complete({ topic, partition, message }: EachMessagePayload): Promise<void> {
    await this.txn.sendOffsets({
      consumerGroupId: this.group,
      topics: [{ topic, partitions: [{ partition, offset: (BigInt(message.offset) + 1n).toString() }] }],
    });
    await this.txn.commit();
  }

  async discard(): Promise<void> {
    if (this.txn.isActive()) await this.txn.abort();
  }
}

export async function start(): Promise<void> {
  const kafka = new Kafka({ clientId: 'work', brokers: ['localhost:9092'] });
  const producer = kafka.producer({ transactionalId: 'work-0' });
  const consumer = kafka.consumer({ groupId: 'work' });
  await consumer.subscribe({ topics: ['work'] });
  await consumer.run({
    autoCommit: false,
    eachMessage: async (payload) => {
      const unit = await UnitOfWork.open(producer, 'work');
      try {
        await unit.publish('work.done', String(payload.message.key));
        await unit.complete(payload);
      } catch (error) {
        await unit.discard();
        throw error;
      }
    },
  });
}
