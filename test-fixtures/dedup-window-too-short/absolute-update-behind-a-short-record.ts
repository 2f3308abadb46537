import { Redis } from 'ioredis';
import { Kafka } from 'kafkajs';
import { Pool } from 'pg';

const redis = new Redis();
const pool = new Pool();
const consumer = new Kafka({ brokers: ['localhost:9092'] }).consumer({ groupId: 'a' });

consumer.run({
  eachMessage: async ({ message }) => {
    const key = `seen:${String(message.key)}`;
    if ((await redis.exists(key)) === 1) return;
    await pool.query('UPDATE orders SET state = $2 WHERE id = $1', [String(message.key), 'paid']);
    await redis.setex(key, 60, '1');
  },
});