import { Redis } from 'ioredis';
import { Kafka } from 'kafkajs';
import { Pool } from 'pg';
import axios from 'axios';

const redis = new Redis();
const pool = new Pool();
const consumer = new Kafka({ brokers: ['localhost:9092'] }).consumer({ groupId: 'revenue' });

async function rateOf(pair: string): Promise<string> {
  const cached = await redis.get(`fx:${pair}`);
  if (cached) return cached;
  const { data } = await axios.get<string>(`https://rates/${pair}`);
  await redis.set(`fx:${pair}`, data, 'EX', 60);
  return data;
}

await consumer.run({
  eachMessage: async ({ message }) => {
    const rate = await rateOf(String(message.value));
    const text = 'INSERT INTO revenue (id, rate) VALUES ($1, $2) ON CONFLICT (id) DO UPDATE SET rate = EXCLUDED.rate';
    await pool.query(text, [String(message.key), rate]);
  },
});