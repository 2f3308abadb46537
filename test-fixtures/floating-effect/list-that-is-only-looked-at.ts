import { Kafka } from 'kafkajs';
import { Pool } from 'pg';

const pool = new Pool();
const consumer = new Kafka({ clientId: 'boats', brokers: ['localhost:9092'] }).consumer({ groupId: 'boats' });

const latest: string[] = [];

export async function start(): Promise<void> {
  setInterval(() => console.info(latest.slice(-10)), 1000);
  await consumer.run({
    eachMessage: async ({ message }) => {
      await pool.query('UPDATE boats SET seen = true WHERE id = $1', [String(message.key)]);
      latest.push(String(message.key));
    },
  });
}
