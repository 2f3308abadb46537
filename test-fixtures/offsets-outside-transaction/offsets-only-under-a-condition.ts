import { Kafka } from 'kafkajs';

const kafka = new Kafka({ clientId: 'polls', brokers: ['localhost:9092'] });
const producer = kafka.producer({ transactionalId: 'polls-0' });

export async function start(): Promise<void> {
  const consumer = kafka.consumer({ groupId: 'polls' });
  await consumer.subscribe({ topics: ['polls'] });
  await consumer.run({
    autoCommit: false,
    eachMessage: async ({ topic, partition, message }) => {
      const txn = await producer.transaction();
      try {
        await txn.send({ topic: 'polls.counted', messages: [{ key: message.key, value: message.value }] });
        if (message.headers?.final) {
          await txn.sendOffsets({
            consumerGroupId: 'polls',
            topics: [{ topic, partitions: [{ partition, offset: (BigInt(message.offset) + 1n).toString() }] }],
          });
        }
        await txn.commit();
//            ^^^^^^^^^^ offsets-outside-transaction offsetsMissing
      } catch (error) {
        if (txn.isActive()) await txn.abort();
        throw error;
      }
    },
  });
}
