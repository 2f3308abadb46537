import { Kafka } from 'kafkajs';
import { Pool } from 'pg';

const pool = new Pool();
const consumer = new Kafka({ clientId: 'stock', brokers: ['localhost:9092'] }).consumer({ groupId: 'stock' });

async function reserve(sku: string): Promise<boolean> {
  try {
    await pool.query('UPDATE stock SET reserved = true WHERE sku = $1', [sku]);
    return true;
  } catch {
//  ^^^^^ swallowed-failure caught
    return false;
  }
}

await consumer.run({
  eachMessage: async ({ message }) => {
    const isReserved = await reserve(String(message.key));
    if (!isReserved) console.warn('not reserved');
  },
});
