import { Kafka } from 'kafkajs';
import { Pool } from 'pg';

const kafka = new Kafka({ clientId: 'clicks', brokers: ['localhost:9092'] });
const producer = kafka.producer();
const pool = new Pool();

export async function start(): Promise<void> {
  const consumer = kafka.consumer({ groupId: 'clicks' });
  await consumer.subscribe({ topics: ['clicks'] });
  await consumer.run({
    eachMessage: async ({ message }) => {
      await pool.query('INSERT INTO clicks (page) VALUES ($1)', [String(message.value)]);
      await producer.send({ topic: 'clicks.stored', messages: [{ key: message.key, value: message.value }] });
    },
  });
}
