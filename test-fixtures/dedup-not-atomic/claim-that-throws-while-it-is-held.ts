import { Redis } from 'ioredis';
import { Kafka } from 'kafkajs';
import { Pool } from 'pg';

const redis = new Redis();
const pool = new Pool();
const consumer = new Kafka({ brokers: ['localhost:9092'] }).consumer({ groupId: 'profiles' });

await consumer.run({
  eachMessage: async ({ message }) => {
    const id = String(message.key);
    const claimed = await redis.set(`lock:${id}`, '1', 'EX', 30, 'NX');
    if (claimed === null) throw new Error('somebody else is at it');
    await pool.query('UPDATE profiles SET body = $2 WHERE id = $1', [id, String(message.value)]);
    await redis.del(`lock:${id}`);
  },
});