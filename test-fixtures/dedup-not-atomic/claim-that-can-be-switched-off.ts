import { Kafka } from 'kafkajs';
import Redis from 'ioredis';
import { Pool } from 'pg';

const pool = new Pool();
const redis = new Redis();
const remembered = Number(process.env.REMEMBERED_SECONDS ?? 86_400);
const kafka = new Kafka({ clientId: 'pools', brokers: ['localhost:9092'] });
const consumer = kafka.consumer({ groupId: 'pools' });

await consumer.run({
  eachMessage: async ({ message }) => {
    const { id, lane } = JSON.parse(String(message.value));
    if (remembered > 0) {
      const first = await redis.set(`swim:${id}`, '1', 'EX', remembered, 'NX');
//                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ dedup-not-atomic before
      if (first !== 'OK') return;
    }
    await pool.query('UPDATE lanes SET swims = swims + 1 WHERE id = $1', [lane]);
  },
});
