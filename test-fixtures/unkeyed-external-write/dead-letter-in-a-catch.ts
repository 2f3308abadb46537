// preset: strict
import { Kafka } from 'kafkajs';
import { Pool } from 'pg';

const kafka = new Kafka({ clientId: 'poison', brokers: ['localhost:9092'] });
const producer = kafka.producer({ idempotent: true });
const pool = new Pool();

export async function start(): Promise<void> {
  const consumer = kafka.consumer({ groupId: 'poison' });
  await consumer.subscribe({ topics: ['poison'] });
  await consumer.run({
    eachMessage: async ({ message }) => {
      try {
        await pool.query('UPDATE things SET state = $2 WHERE id = $1', [String(message.key), String(message.value)]);
      } catch {
        await producer.send({ topic: 'poison.dlq', messages: [{ key: message.key, value: message.value }] });
      }
    },
  });
}
