import { Kafka } from 'kafkajs';
import { Pool } from 'pg';

const pool = new Pool();
const kafka = new Kafka({ clientId: 'boats', brokers: ['localhost:9092'] });
const producer = kafka.producer();
const consumer = kafka.consumer({ groupId: 'boats' });

await consumer.run({
  eachMessage: async ({ topic, partition, message }) => {
    try {
      await pool.query('UPDATE boats SET port = $1 WHERE id = $2', [String(message.value), String(message.key)]);
    } catch {
      consumer.seek({ topic, partition, offset: message.offset });
    }
  },
});
