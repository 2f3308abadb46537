import { Kafka } from 'kafkajs';

const kafka = new Kafka({ clientId: 'mines', brokers: ['localhost:9092'] });
const producer = kafka.producer({ transactionalId: 'mines-0' });

export async function start(): Promise<void> {
  const consumer = kafka.consumer({ groupId: 'mines' });
  await consumer.subscribe({ topics: ['mines'] });
  await consumer.run({
//      ^^^^^^^^^^^^ offsets-outside-transaction autoCommitOn
    eachMessage: async ({ topic, partition, message }) => {
      const txn = await producer.transaction();
      try {
        if (message.value === null) {
          await txn.send({ topic: 'mines.closed', messages: [{ key: message.key, value: null }] });
          await txn.commit();
//              ^^^^^^^^^^ offsets-outside-transaction offsetsMissing
          return;
        }
        await txn.send({ topic: 'mines.open', messages: [{ key: message.key, value: message.value }] });
        await txn.sendOffsets({
          consumerGroupId: 'mines',
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
