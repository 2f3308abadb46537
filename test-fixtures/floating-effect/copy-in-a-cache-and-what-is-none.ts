import { Kafka } from 'kafkajs';
import Redis from 'ioredis';
import { Pool } from 'pg';

const pool = new Pool();
const redis = new Redis();
const kafka = new Kafka({ clientId: 'rates', brokers: ['localhost:9092'] });

await kafka.consumer({ groupId: 'rates' }).run({
  eachMessage: async ({ message }) => {
    const merchant = String(message.key);
    const { rows } = await pool.query('SELECT rate FROM rates WHERE merchant = $1', [merchant]);
    void redis.setex(`rate:${merchant}`, 300, JSON.stringify(rows));
    void redis.set(`seen:${merchant}`, '1', 'EX', 300);
//       ^^^^^^^^^ floating-effect dropped
    void redis.set(`last:${merchant}`, JSON.stringify(rows));
//       ^^^^^^^^^ floating-effect dropped
    void redis.del(`orders:${merchant}`);
//       ^^^^^^^^^ floating-effect dropped
  },
});
