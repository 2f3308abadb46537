import { Kafka } from 'kafkajs';
import Redis from 'ioredis';
import { Pool } from 'pg';

const pool = new Pool();
const redis = new Redis();
const kafka = new Kafka({ clientId: 'rates', brokers: ['localhost:9092'] });

async function rateOf(merchant: string): Promise<string> {
  const { rows } = await pool.query('SELECT rate FROM rates WHERE merchant = $1', [merchant]);
  const rate: unknown = rows[0];
  try {
    await redis.set(`rate:${merchant}`, JSON.stringify(rate), 'EX', 300);
  } catch (error) {
    console.error('no copy', error);
  }
  return String(rate);
}

await kafka.consumer({ groupId: 'rates' }).run({
  eachMessage: async ({ message }) => {
    const merchant = String(message.key);
    const rate = await rateOf(merchant);
    await pool.query('UPDATE orders SET rate = $1 WHERE merchant = $2', [rate, merchant]);
  },
});
