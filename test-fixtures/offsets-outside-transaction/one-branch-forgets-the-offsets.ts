import { Kafka } from 'kafkajs';

const kafka = new Kafka({ clientId: 'visas', brokers: ['localhost:9092'] });
const producer = kafka.producer({ transactionalId: 'visas-0' });

export async function start(): Promise<void> {
  const consumer = kafka.consumer({ groupId: 'visas' });
  await consumer.subscribe({ topics: ['visas'] });
  await consumer.run({
    autoCommit: false,
    eachMessage: async ({ topic, partition, message }) => {
      const visa = JSON.parse(String(message.value));
      const txn = await producer.transaction();
      try {
        if (visa.refused) {
          await txn.send({ topic: 'visas.refused', messages: [{ key: message.key, value: message.value }] });
          await txn.commit();
//              ^^^^^^^^^^ offsets-outside-transaction offsetsMissing
          return;
        }
        await txn.send({ topic: 'visas.granted', messages: [{ key: message.key, value: message.value }] });
        await txn.sendOffsets({
          consumerGroupId: 'visas',
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
