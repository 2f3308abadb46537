/** A guard in memory before a write: one finding, without a safe fix. */
export const forgetfulHandler = `import { Kafka } from 'kafkajs';
import { Pool } from 'pg';

const kafka = new Kafka({ clientId: 'coupons', brokers: ['localhost:9092'] });
const consumer = kafka.consumer({ groupId: 'coupons' });
const pool = new Pool();
const redeemed = new Set<string>();

export async function start(): Promise<void> {
  await consumer.subscribe({ topics: ['coupons.redeemed'] });
  await consumer.run({
    eachMessage: async ({ message }) => {
      const id = String(message.key);
      if (redeemed.has(id)) return;
      await pool.query('UPDATE coupons SET uses = uses + 1 WHERE id = $1', [id]);
      redeemed.add(id);
    },
  });
}
`;

/** A consumer that reads what transactions abort: one finding, with a safe fix. */
export const uncommittedReader = `import { Kafka } from 'kafkajs';

const kafka = new Kafka({ clientId: 'audit', brokers: ['localhost:9092'] });
const consumer = kafka.consumer({ groupId: 'audit', readUncommitted: true });

export async function start(): Promise<void> {
  await consumer.subscribe({ topics: ['coupons.redeemed'] });
  await consumer.run({
    eachMessage: async ({ message }) => {
      console.log(message.offset);
    },
  });
}
`;

export const soundReader = uncommittedReader.replace(', readUncommitted: true', '');
