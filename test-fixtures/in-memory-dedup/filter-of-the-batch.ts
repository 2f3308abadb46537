import { Kafka } from 'kafkajs';
import { Pool } from 'pg';

const pool = new Pool();
const counted = new Set<string>();

export async function start(): Promise<void> {
  const consumer = new Kafka({ clientId: 'visits', brokers: ['localhost:9092'] }).consumer({ groupId: 'visits' });
  await consumer.subscribe({ topics: ['visits'] });
  await consumer.run({
    eachBatch: async ({ batch }) => {
      const fresh = batch.messages.filter((message) => !counted.has(message.offset));
//                                                      ^^^^^^^^^^^ in-memory-dedup guard
      for (const message of fresh) {
        await pool.query('UPDATE pages SET visits = visits + 1 WHERE id = $1', [message.key]);
        counted.add(message.offset);
      }
    },
  });
}
