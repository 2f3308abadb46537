import { Kafka } from 'kafkajs';
import { Pool } from 'pg';

const kafka = new Kafka({ clientId: 'tenants', brokers: ['localhost:9092'] });
const producer = kafka.producer();
const pool = new Pool();
const allowed = new Set<string>();

async function loadAllowed(): Promise<void> {
  const { rows } = await pool.query('SELECT id FROM tenants WHERE active');
  for (const row of rows) allowed.add(row.id);
}

export async function start(): Promise<void> {
  await loadAllowed();
  const consumer = kafka.consumer({ groupId: 'tenants' });
  await consumer.subscribe({ topics: ['usage.raw'] });
  await consumer.run({
    eachMessage: async ({ message }) => {
      if (!allowed.has(String(message.key))) return;
      await producer.send({ topic: 'usage.metered', messages: [{ key: message.key, value: message.value }] });
    },
  });
}
