import { Kafka } from 'kafkajs';
import { Pool } from 'pg';

const pool = new Pool();
const done: Record<string, true> = {};

export async function start(): Promise<void> {
  const consumer = new Kafka({ clientId: 'taxes', brokers: ['localhost:9092'] }).consumer({ groupId: 'taxes' });
  await consumer.subscribe({ topics: ['taxes'] });
  await consumer.run({
    eachMessage: async ({ message }) => {
      const id = String(message.key);
      if (id in done) return;
//        ^^^^^^^^^^ in-memory-dedup guard
      await pool.query('INSERT INTO taxes (id) VALUES ($1)', [id]);
      done[id] = true;
    },
  });
}
