import { Kafka } from 'kafkajs';
import Redis from 'ioredis';
import { Pool } from 'pg';

const pool = new Pool();
const redis = new Redis();
const kafka = new Kafka({ clientId: 'rates', brokers: ['localhost:9092'] });

await kafka.consumer({ groupId: 'rates' }).run({
  eachMessage: async ({ message }) => {
    const merchant = String(message.key);
    const isMine = (await redis.set(`lock:${merchant}`, '1', 'PX', 300, 'NX')) === 'OK';
//                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ dedup-not-atomic before
    if (!isMine) return;
    await pool.query('UPDATE orders SET rate = $1 WHERE merchant = $2', [String(message.value), merchant]);
    await redis.del(`lock:${merchant}`);
  },
});
