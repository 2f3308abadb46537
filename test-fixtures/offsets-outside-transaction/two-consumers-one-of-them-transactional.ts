import { Kafka } from 'kafkajs';

const kafka = new Kafka({ clientId: 'pair', brokers: ['localhost:9092'] });
const transactional = kafka.producer({ transactionalId: 'pair-0' });
const plain = kafka.producer();

export async function start(): Promise<void> {
  const orders = kafka.consumer({ groupId: 'pair-orders' });
  await orders.subscribe({ topics: ['orders'] });
  await orders.run({
    autoCommit: false,
    eachMessage: async ({ topic, partition, message }) => {
      const txn = await transactional.transaction();
      try {
        await txn.send({ topic: 'orders.copy', messages: [{ key: message.key, value: message.value }] });
        await txn.sendOffsets({
          consumerGroupId: 'pair-orders',
          topics: [{ topic, partitions: [{ partition, offset: (BigInt(message.offset) + 1n).toString() }] }],
        });
        await txn.commit();
      } catch (error) {
        if (txn.isActive()) await txn.abort();
        throw error;
      }
    },
  });

  const views = kafka.consumer({ groupId: 'pair-views' });
  await views.subscribe({ topics: ['views'] });
  await views.run({
    eachMessage: async ({ message }) => {
      await plain.send({ topic: 'views.copy', messages: [{ key: message.key, value: message.value }] });
    },
  });
}
