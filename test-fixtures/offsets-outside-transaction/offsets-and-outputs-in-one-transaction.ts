// preset: strict
import { Kafka } from 'kafkajs';

const kafka = new Kafka({ clientId: 'tins', brokers: ['localhost:9092'] });
const producer = kafka.producer({ transactionalId: process.env.TX_ID ?? 'tins-0' });

export async function start(): Promise<void> {
  const consumer = kafka.consumer({ groupId: 'tins' });
  await consumer.subscribe({ topics: ['tins'] });
  await consumer.run({
    autoCommit: false,
    eachMessage: async ({ topic, partition, message }) => {
      const txn = await producer.transaction();
      try {
        await txn.send({ topic: 'tins.sealed', messages: [{ key: message.key, value: message.value }] });
        await txn.sendOffsets({
          consumerGroupId: 'tins',
          topics: [{ topic, partitions: [{ partition, offset: (BigInt(message.offset) + 1n).toString() }] }],
        });
        await txn.commit();
      } catch (error) {
        if (txn.isActive()) await txn.abort();
        throw error;
      }
    },
  });
}
