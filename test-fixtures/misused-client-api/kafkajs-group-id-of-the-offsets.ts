import { Kafka } from 'kafkajs';

const kafka = new Kafka({ brokers: ['localhost:9092'] });
const producer = kafka.producer({ transactionalId: 'routes-0' });
const consumer = kafka.consumer({ groupId: 'routes' });

export async function start(): Promise<void> {
  await consumer.run({
    autoCommit: false,
    eachMessage: async ({ topic, partition, message }) => {
      const transaction = await producer.transaction();
      try {
        await transaction.send({ topic: 'planned', messages: [{ key: message.key, value: message.value }] });
        const offset = (BigInt(message.offset) + 1n).toString();
        await transaction.sendOffsets({ consumerGroupId: 'routes', topics: [{ topic, partitions: [{ partition, offset }] }] });
        await transaction.commit();
      } catch (error) {
        if (transaction.isActive()) await transaction.abort();
        throw error;
      }
    },
  });
}