import { Kafka } from 'kafkajs';

const kafka = new Kafka({ clientId: 'silos', brokers: ['localhost:9092'] });
const producer = kafka.producer({ transactionalId: 'silos-0' });

export async function start(): Promise<void> {
  const consumer = kafka.consumer({ groupId: 'silos' });
  await consumer.subscribe({ topics: ['silos'] });
  await consumer.run({
    autoCommit: false,
    eachMessage: async ({ topic, partition, message }) => {
      const txn = await producer.transaction();
      try {
        if (message.value === null) {
          await txn.commit();
          return;
        }
        await txn.send({ topic: 'silos.filled', messages: [{ key: message.key, value: message.value }] });
        await txn.sendOffsets({
          consumerGroupId: 'silos',
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
