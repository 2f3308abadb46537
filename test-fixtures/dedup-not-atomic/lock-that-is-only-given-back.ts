import { Kafka } from 'kafkajs';
import Redis from 'ioredis';
import { Pool } from 'pg';

const pool = new Pool();
const redis = new Redis();
const kafka = new Kafka({ clientId: 'rates', brokers: ['localhost:9092'] });

async function rateOf(merchant: string): Promise<string> {
  const isMine = (await redis.set(`lock:${merchant}`, '1', 'PX', 300, 'NX')) === 'OK';
  try {
    const { rows } = await pool.query('SELECT rate FROM rates WHERE merchant = $1', [merchant]);
    return JSON.stringify(rows);
  } finally {
    if (isMine) await redis.del(`lock:${merchant}`);
  }
}

await kafka.consumer({ groupId: 'rates' }).run({
  eachMessage: async ({ message }) => {
    const merchant = String(message.key);
    const rate = await rateOf(merchant);
    await pool.query('UPDATE orders SET rate = $1 WHERE merchant = $2', [rate, merchant]);
  },
});
