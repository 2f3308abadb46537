import { Kafka } from 'kafkajs';
import { Pool } from 'pg';

const kafka = new Kafka({ clientId: 'mixed', brokers: ['localhost:9092'] });
const producer = kafka.producer({ transactionalId: 'mixed-0' });
const pool = new Pool();

async function copyPrices(): Promise<void> {
  const consumer = kafka.consumer({ groupId: 'mixed-prices' });
  await consumer.subscribe({ topics: ['prices'] });
  await consumer.run({
    autoCommit: false,
    eachMessage: async ({ topic, partition, message }) => {
      const txn = await producer.transaction();
      try {
        await txn.send({ topic: 'prices.copy', messages: [{ key: message.key, value: message.value }] });
        await txn.sendOffsets({
          consumerGroupId: 'mixed-prices',
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

async function storeViews(): Promise<void> {
  const consumer = kafka.consumer({ groupId: 'mixed-views' });
  await consumer.subscribe({ topics: ['views'] });
  await consumer.run({
    eachMessage: async ({ message }) => {
      await pool.query('INSERT INTO views (page) VALUES ($1)', [String(message.value)]);
    },
  });
}

export async function start(): Promise<void> {
  await Promise.all([copyPrices(), storeViews()]);
}
