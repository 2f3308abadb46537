import { Kafka } from 'kafkajs';
import { LRUCache } from 'lru-cache';
import { Pool } from 'pg';

const handled = new LRUCache<string, boolean>({ max: 50_000 });
const pool = new Pool();

export async function start(): Promise<void> {
  const consumer = new Kafka({ clientId: 'votes', brokers: ['localhost:9092'] }).consumer({ groupId: 'votes' });
  await consumer.subscribe({ topics: ['votes.cast'] });
  await consumer.run({
    eachMessage: async ({ message }) => {
      const voteId = String(message.key);
      if (handled.has(voteId)) return;
//        ^^^^^^^^^^^ in-memory-dedup guard
      await pool.query('UPDATE polls SET votes = votes + 1 WHERE id = $1', [String(message.value)]);
      handled.set(voteId, true);
    },
  });
}
