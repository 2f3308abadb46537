import { Kafka } from 'kafkajs';
import { Pool } from 'pg';

const kafka = new Kafka({ clientId: 'seats', brokers: ['localhost:9092'] });
const producer = kafka.producer({ transactionalId: 'seats-0' });
const pool = new Pool();

export async function start(): Promise<void> {
  const consumer = kafka.consumer({ groupId: 'seats' });
  await consumer.subscribe({ topics: ['seats.booked'] });
  await consumer.run({
    autoCommit: false,
    eachMessage: async ({ topic, partition, message }) => {
      await pool.query('UPDATE flights SET free = free - 1 WHERE id = $1', [String(message.key)]);
//          ^^^^^^^^^^ unkeyed-external-write repeated
      const txn = await producer.transaction();
      try {
        await txn.send({ topic: 'seats.left', messages: [{ key: message.key, value: message.value }] });
        await txn.sendOffsets({
          consumerGroupId: 'seats',
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
