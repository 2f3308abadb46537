import { Redis } from 'ioredis';
import { Kafka, type Producer, type Transaction } from 'kafkajs';

const kafka = new Kafka({ clientId: 'likes', brokers: ['localhost:9092'] });
const redis = new Redis();

async function withTransaction<T>(producer: Producer, work: (txn: Transaction) => Promise<T>): Promise<T> {
  const txn = await producer.transaction();
  try {
    const result = await work(txn);
    await txn.commit();
    return result;
  } catch (error) {
    if (txn.isActive()) await txn.abort();
    throw error;
  }
}

export async function start(): Promise<void> {
  const producer = kafka.producer({ transactionalId: 'likes-0' });
  const consumer = kafka.consumer({ groupId: 'likes' });
  await consumer.subscribe({ topics: ['likes'] });
  await consumer.run({
    autoCommit: false,
    eachMessage: async ({ topic, partition, message }) => {
      await withTransaction(producer, async (txn) => {
        await redis.incr(`likes:${message.key}`);
//            ^^^^^^^^^^ unkeyed-external-write inTransaction
        await txn.send({ topic: 'likes.counted', messages: [{ key: message.key, value: '1' }] });
        await txn.sendOffsets({
          consumerGroupId: 'likes',
          topics: [{ topic, partitions: [{ partition, offset: (BigInt(message.offset) + 1n).toString() }] }],
        });
      });
    },
  });
}
