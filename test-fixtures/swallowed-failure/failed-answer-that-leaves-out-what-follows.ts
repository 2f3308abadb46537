import { Kafka } from 'kafkajs';
import { Pool } from 'pg';
import axios from 'axios';

const pool = new Pool();
const kafka = new Kafka({ clientId: 'stock', brokers: ['localhost:9092'] });

async function reserve(sku: string): Promise<{ status: string }> {
  try {
    await pool.query('UPDATE stock SET reserved = true WHERE sku = $1', [sku]);
    return { status: 'reserved' };
  } catch {
//  ^^^^^ swallowed-failure caught
    return { status: 'out of reach' };
  }
}

async function confirm(sku: string): Promise<void> {
  await axios.put(`https://shop.example/stock/${sku}`, { reserved: true });
}

await kafka.consumer({ groupId: 'stock' }).run({
  eachMessage: async ({ message }) => {
    const sku = String(message.key);
    const { status } = await reserve(sku);
    if (status === 'reserved') await confirm(sku);
  },
});
