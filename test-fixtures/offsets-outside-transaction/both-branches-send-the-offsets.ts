import { Kafka, type EachMessagePayload, type Producer } from 'kafkajs';

class Sorter {
  constructor(
    private readonly producer: Producer,
    private readonly group: string,
  ) {}

  async sort({ topic, partition, message }: EachMessagePayload): Promise<void> {
    const txn = await this.producer.transaction();
    const next = { consumerGroupId: this.group, topics: [{ topic, partitions: [{ partition, offset: `${BigInt(message.offset) + 1n}` }] }] };
    try {
      if (message.key === null) {
        await txn.send({ topic: 'mail.unknown', messages: [{ value: message.value }] });
        await txn.sendOffsets(next);
      } else {
        await txn.send({ topic: 'mail.known', messages: [{ key: message.key, value: message.value }] });
        await txn.sendOffsets(next);
      }
      await txn.commit();
    } catch (error) {
      if (txn.isActive()) await txn.abort();
      throw error;
    }
  }
}

export async function start(): Promise<void> {
  const kafka = new Kafka({ clientId: 'sorter', brokers: ['localhost:9092'] });
  const sorter = new Sorter(kafka.producer({ transactionalId: 'sorter-0' }), 'sorter');
  const consumer = kafka.consumer({ groupId: 'sorter' });
  await consumer.subscribe({ topics: ['mail'] });
  await consumer.run({ autoCommit: false, eachMessage: (payload) => sorter.sort(payload) });
}
