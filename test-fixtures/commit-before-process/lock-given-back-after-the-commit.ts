import { Kafka } from 'kafkajs';
import { Pool } from 'pg';
import { createClient } from 'redis';
const pool = new Pool();
const kafka = new Kafka({ clientId: 'boats', brokers: ['localhost:9092'] });
const producer = kafka.producer();
const consumer = kafka.consumer({ groupId: 'boats' });
const redis = createClient();
await consumer.run({ autoCommit: false,
  eachMessage: async ({ topic, partition, message }) => {
    await pool.query('UPDATE boats SET port = $1 WHERE id = $2', [String(message.value), String(message.key)]);
    await consumer.commitOffsets([{ topic, partition, offset: (BigInt(message.offset) + 1n).toString() }]);
    await redis.del(`lock:${String(message.key)}`);
  },
});
