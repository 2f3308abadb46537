import { Kafka } from 'kafkajs';
import { Pool } from 'pg';

const kafka = new Kafka({ clientId: 'bids', brokers: ['localhost:9092'] });
const producer = kafka.producer({ transactionalId: 'bids-0' });
const pool = new Pool();

export async function start(): Promise<void> {
  const consumer = kafka.consumer({ groupId: 'bids' });
  await consumer.subscribe({ topics: ['bids.placed'] });
  await consumer.run({
    autoCommit: false,
    eachMessage: async ({ topic, partition, message }) => {
      const { send, sendOffsets, commit, abort, isActive } = await producer.transaction();
      try {
        await send({ topic: 'bids.ranked', messages: [{ key: message.key, value: message.value }] });
        await pool.query('UPDATE auctions SET bids = bids + 1 WHERE id = $1', [String(message.key)]);
//            ^^^^^^^^^^ unkeyed-external-write inTransaction
        await sendOffsets({
          consumerGroupId: 'bids',
          topics: [{ topic, partitions: [{ partition, offset: (BigInt(message.offset) + 1n).toString() }] }],
        });
        await commit();
      } catch (error) {
        if (isActive()) await abort();
        throw error;
      }
    },
  });
}
