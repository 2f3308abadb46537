import { Kafka, type KafkaMessage } from 'kafkajs';
import { Pool } from 'pg';

const pool = new Pool();
const ids = new Set<string>();

function firstTime(message: KafkaMessage): boolean {
  const id = `${message.key}:${message.offset}`;
  if (ids.has(id)) return false;
//    ^^^^^^^ in-memory-dedup guard
  ids.add(id);
  return true;
}

export async function start(): Promise<void> {
  const consumer = new Kafka({ clientId: 'tolls', brokers: ['localhost:9092'] }).consumer({ groupId: 'tolls' });
  await consumer.subscribe({ topics: ['tolls.passed'] });
  await consumer.run({
    eachMessage: async ({ message }) => {
      if (!firstTime(message)) return;
      await pool.query('INSERT INTO tolls (plate) VALUES ($1)', [String(message.value)]);
    },
  });
}
