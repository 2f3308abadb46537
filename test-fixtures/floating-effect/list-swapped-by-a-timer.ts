import { Kafka } from 'kafkajs';
import { Pool } from 'pg';

const kafka = new Kafka({ clientId: 'boats', brokers: ['localhost:9092'] });
const consumer = kafka.consumer({ groupId: 'boats' });
const pool = new Pool();

let pending: { id: string }[] = [];

async function flush(): Promise<void> {
  const rows = pending;
  pending = [];
  if (rows.length > 0) await pool.query('INSERT INTO boats (id) SELECT unnest($1::text[]) ON CONFLICT DO NOTHING', [rows.map(({ id }) => id)]);
}

setInterval(() => {
  flush().catch(console.error);
}, 1000);

await consumer.run({
  eachMessage: async ({ message }) => {
    pending.push(JSON.parse(String(message.value)));
//  ^^^^^^^^^^^^ floating-effect queued
  },
});
