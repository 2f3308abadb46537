import { Kafka } from 'kafkajs';
import { inTransaction } from './run';

const kafka = new Kafka({ clientId: 'both', brokers: ['localhost:9092'] });
const producer = kafka.producer({ transactionalId: 'both-0' });

/** Called by the scheduler; consumes nothing. */
export async function heartbeat(): Promise<void> {
  await inTransaction(producer, async (txn) => {
    await txn.send({ topic: 'both.alive', messages: [{ value: 'alive' }] });
  });
}

export async function start(): Promise<void> {
  const consumer = kafka.consumer({ groupId: 'both' });
  await consumer.subscribe({ topics: ['both'] });
  await consumer.run({
    autoCommit: false,
    eachMessage: async ({ topic, partition, message }) => {
      await inTransaction(producer, async (txn) => {
        await txn.send({ topic: 'both.done', messages: [{ key: message.key, value: message.value }] });
        await txn.sendOffsets({
          consumerGroupId: 'both',
          topics: [{ topic, partitions: [{ partition, offset: (BigInt(message.offset) + 1n).toString() }] }],
        });
      });
    },
  });
}
