import { Kafka } from 'kafkajs';
import { Pool } from 'pg';

const pool = new Pool();
const consumer = new Kafka({ clientId: 'boats', brokers: ['localhost:9092'] }).consumer({ groupId: 'boats' });

const seen: string[] = [];

async function flush(): Promise<void> {
  const ids = seen.splice(0);
  if (ids.length === 0) return;
  await pool.query('UPDATE boats SET seen = true WHERE id = ANY($1)', [ids]);
}

export async function start(): Promise<void> {
  setInterval(() => void flush(), 1000);
  await consumer.run({
    eachMessage: async ({ message }) => {
      seen.push(String(message.key));
//    ^^^^^^^^^ floating-effect queued
    },
  });
}
