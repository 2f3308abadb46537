// preset: strict
import { Kafka } from 'kafkajs';
import { Pool } from 'pg';
import pino from 'pino';

const log = pino();
const pool = new Pool();
const kafka = new Kafka({ clientId: 'quotes', brokers: ['localhost:9092'] });
const producer = kafka.producer({ transactionalId: process.env.TX_ID ?? 'quotes-0' });

export async function start(): Promise<void> {
  const consumer = kafka.consumer({ groupId: 'quotes' });
  await consumer.subscribe({ topics: ['quotes.asked'] });
  await consumer.run({
    autoCommit: false,
    eachMessage: async ({ topic, partition, message }) => {
      const txn = await producer.transaction();
      try {
        const { rows } = await pool.query('SELECT cents FROM prices WHERE sku = $1', [String(message.key)]);
        log.info({ rows }, 'price found');
        console.log('quoting');
        await txn.send({ topic: 'quotes.given', messages: [{ key: message.key, value: String(rows[0].cents) }] });
        await txn.sendOffsets({
          consumerGroupId: 'quotes',
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
