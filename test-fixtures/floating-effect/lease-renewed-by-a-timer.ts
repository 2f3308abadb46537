import { randomUUID } from 'node:crypto';
import { Kafka } from 'kafkajs';
import Redis from 'ioredis';
import { Pool } from 'pg';

const pool = new Pool();
const redis = new Redis();
const kafka = new Kafka({ clientId: 'payments', brokers: ['localhost:9092'] });

async function extend(key: string, token: string): Promise<void> {
  const script = `
    if redis.call("get", KEYS[1]) == ARGV[1] then
      return redis.call("pexpire", KEYS[1], ARGV[2])
    else
      return 0
    end
  `;
  await redis.eval(script, 1, key, token, 30_000);
}

await kafka.consumer({ groupId: 'payments' }).run({
  eachMessage: async ({ message }) => {
    const key = `payment:${String(message.key)}`;
    const token = randomUUID();
    if ((await redis.set(key, token, 'PX', 30_000, 'NX')) === null) throw new Error('busy');
    const renewal = setInterval(() => {
      void extend(key, token).catch(() => undefined);
      void redis.pexpire(key, 30_000);
    }, 10_000);
    try {
      await pool.query('UPDATE payments SET state = $1 WHERE id = $2', [String(message.value), String(message.key)]);
    } finally {
      clearInterval(renewal);
      void redis.del(key);
    }
  },
});
