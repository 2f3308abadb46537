import { Kafka } from 'kafkajs';

const kafka = new Kafka({ clientId: 'gulls', brokers: ['localhost:9092'] });
const producer = kafka.producer({ transactionalId: 'gulls-0' });

export async function start(): Promise<void> {
  const consumer = kafka.consumer({ groupId: 'gulls' });
  await consumer.subscribe({ topics: ['gulls'] });
  await consumer.run({
    autoCommit: false,
    eachMessage: async ({ topic, partition, message }) => {
      const txn = await producer.transaction();
      try {
        await Promise.all([
          txn.send({ topic: 'gulls.seen', messages: [{ key: message.key, value: message.value }] }),
          txn.sendOffsets({
            consumerGroupId: 'gulls',
            topics: [{ topic, partitions: [{ partition, offset: (BigInt(message.offset) + 1n).toString() }] }],
          }),
        ]);
        await txn.commit();
      } catch (error) {
        if (txn.isActive()) await txn.abort();
        throw error;
      }
    },
  });
}
