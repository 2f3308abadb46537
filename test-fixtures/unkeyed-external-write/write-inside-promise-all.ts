import { Kafka } from 'kafkajs';
import { Pool } from 'pg';

const kafka = new Kafka({ clientId: 'wines', brokers: ['localhost:9092'] });
const producer = kafka.producer({ transactionalId: 'wines-0' });
const pool = new Pool();

export async function start(): Promise<void> {
  const consumer = kafka.consumer({ groupId: 'wines' });
  await consumer.subscribe({ topics: ['wines.rated'] });
  await consumer.run({
    autoCommit: false,
    eachMessage: async ({ topic, partition, message }) => {
      const txn = await producer.transaction();
      try {
        await Promise.all([
          pool.query('INSERT INTO ratings (wine) VALUES ($1)', [String(message.key)]),
//        ^^^^^^^^^^ unkeyed-external-write inTransaction
          txn.send({ topic: 'wines.scored', messages: [{ key: message.key, value: message.value }] }),
        ]);
        await txn.sendOffsets({
          consumerGroupId: 'wines',
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
