import { Kafka } from 'kafkajs';

const kafka = new Kafka({ clientId: 'w', brokers: ['localhost:9092'] });
const producer = kafka.producer({ transactionalId: process.env.TXN_ID ?? 'w-0' });
const consumer = kafka.consumer({ groupId: 'g' });

export async function start(): Promise<void> {
  await consumer.subscribe({ topics: ['in'] });
  await consumer.run({
    autoCommit: false,
    eachMessage: async ({ topic, partition, message }) => {
      const sender = await producer.transaction();
      try {
        await sender.send({ topic: 'out', messages: [{ key: message.key, value: message.value }] });
        await sender.sendOffsets({ consumerGroupId: 'g', topics: [{ topic, partitions: [{ partition, offset: (BigInt(message.offset) + 1n).toString() }] }] });
        await sender.commit();
      } catch (error) {
        if (sender.isActive()) await sender.abort();
        throw error;
      }
    },
  });
}
