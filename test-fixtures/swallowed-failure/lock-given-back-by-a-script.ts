import { randomUUID } from 'node:crypto';
import { Kafka } from 'kafkajs';
import { createClient } from 'redis';
import { Pool } from 'pg';

const RELEASE = `if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) else return 0 end`;

const pool = new Pool();
const redis = createClient();
const kafka = new Kafka({ clientId: 'calls', brokers: ['localhost:9092'] });

async function release(key: string, token: string): Promise<void> {
  try {
    await redis.eval(RELEASE, { keys: [key], arguments: [token] });
  } catch (error) {
    console.warn('not given back', error);
  }
}

await kafka.consumer({ groupId: 'calls' }).run({
  eachMessage: async ({ message }) => {
    const key = `call:${String(message.key)}`;
    const token = randomUUID();
    const taken = await redis.set(key, token, { NX: true, EX: 15 });
    if (taken !== 'OK') throw new Error('busy');
    try {
      await pool.query('UPDATE calls SET state = $1 WHERE id = $2', [String(message.value), String(message.key)]);
    } finally {
      await release(key, token);
    }
  },
});
