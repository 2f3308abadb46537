import { KafkaJS } from '@confluentinc/kafka-javascript';
import { Redis } from 'ioredis';
import { Pool } from 'pg';

const redis = new Redis();
const pool = new Pool();
const consumer = new KafkaJS.Kafka().consumer({ kafkaJS: { groupId: 'a' } });

consumer.run({
  eachMessage: async ({ message }) => {
    const key = `seen:${String(message.key)}`;
    if ((await redis.exists(key)) === 1) return;
    await pool.query('UPDATE orders SET state = $2 WHERE id = $1', [String(message.key), 'paid']);
    await redis.psetex(key, 60_000, '1');
  },
});
