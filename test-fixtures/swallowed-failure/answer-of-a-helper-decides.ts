import { Kafka } from 'kafkajs';
import { Pool } from 'pg';

const pool = new Pool();
const consumer = new Kafka({ clientId: 'stock', brokers: ['localhost:9092'] }).consumer({ groupId: 'stock' });

async function reserve(sku: string): Promise<{ ok: boolean }> {
  try {
    await pool.query('UPDATE stock SET reserved = true WHERE sku = $1', [sku]);
    return { ok: true };
  } catch {
    return { ok: false };
  }
}

await consumer.run({
  eachMessage: async ({ message }) => {
    const result = await reserve(String(message.key));
    if (!result.ok) throw new Error('not reserved');
  },
});
