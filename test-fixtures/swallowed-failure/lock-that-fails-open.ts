import { Kafka } from 'kafkajs';
import Redis from 'ioredis';
import { Pool } from 'pg';

const pool = new Pool();
const redis = new Redis();
const kafka = new Kafka({ clientId: 'boats', brokers: ['localhost:9092'] });
const consumer = kafka.consumer({ groupId: 'boats' });

await consumer.run({
  eachMessage: async ({ message }) => {
    try {
      await redis.setnx(`lock:${String(message.key)}`, '1');
    } catch (error) {
      console.error('no lock', error);
    }
    await pool.query('UPDATE boats SET port = $1 WHERE id = $2', [String(message.value), String(message.key)]);
    await redis.del(`lock:${String(message.key)}`).catch(() => undefined);
  },
});
