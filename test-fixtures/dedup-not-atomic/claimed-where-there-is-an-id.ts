import { Kafka } from 'kafkajs';
import Redis from 'ioredis';
import { Pool } from 'pg';

const pool = new Pool();
const redis = new Redis();
const kafka = new Kafka({ clientId: 'pools', brokers: ['localhost:9092'] });
const consumer = kafka.consumer({ groupId: 'pools' });

class Store {
  set(key: string, value: string, ...options: (string | number)[]) {
    return redis.set(key, value, ...options);
  }
}

const store = new Store();

async function isFirst(id: string | undefined): Promise<boolean> {
  if (!id) return true;
  try {
    return (await store.set(`swim:${id}`, '1', 'EX', 86_400, 'NX')) === 'OK';
//                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ dedup-not-atomic before
  } catch {
    return true;
  }
}

await consumer.run({
  eachMessage: async ({ message }) => {
    const { id, lane } = JSON.parse(String(message.value));
    if (!(await isFirst(id))) return;
    await pool.query('UPDATE lanes SET swims = swims + 1 WHERE id = $1', [lane]);
  },
});
