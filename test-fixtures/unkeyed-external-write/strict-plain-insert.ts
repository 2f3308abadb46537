// preset: strict
import { Kafka } from 'kafkajs';
import { Pool } from 'pg';

const pool = new Pool();

export async function start(): Promise<void> {
  const consumer = new Kafka({ clientId: 'audit', brokers: ['localhost:9092'] }).consumer({ groupId: 'audit' });
  await consumer.subscribe({ topics: ['audit'] });
  await consumer.run({
    eachMessage: async ({ message }) => {
      await pool.query('INSERT INTO audit (line) VALUES ($1)', [String(message.value)]);
//          ^^^^^^^^^^ unkeyed-external-write repeated
    },
  });
}
