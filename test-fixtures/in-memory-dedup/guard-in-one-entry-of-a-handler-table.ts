import { Kafka, type KafkaMessage } from 'kafkajs';
import { Pool } from 'pg';

const pool = new Pool();
const opened = new Set<string>();

const handlers = {
  async opened(message: KafkaMessage): Promise<void> {
    const account = String(message.key);
    if (opened.has(account)) return;
//      ^^^^^^^^^^ in-memory-dedup guard
    opened.add(account);
    await pool.query('INSERT INTO accounts (owner) VALUES ($1)', [account]);
  },
  async closed(message: KafkaMessage): Promise<void> {
    await pool.query('DELETE FROM accounts WHERE owner = $1', [String(message.key)]);
  },
};

export async function start(): Promise<void> {
  const consumer = new Kafka({ clientId: 'accounts', brokers: ['localhost:9092'] }).consumer({ groupId: 'accounts' });
  await consumer.subscribe({ topics: ['accounts.opened', 'accounts.closed'] });
  await consumer.run({
    eachMessage: async ({ topic, message }) => {
      const handle = topic === 'accounts.opened' ? handlers.opened : handlers.closed;
      await handle(message);
    },
  });
}
