// preset: strict
import { Kafka } from 'kafkajs';
import { Pool } from 'pg';
import { loadStatements } from '@house/statements';

const statements = loadStatements();
const pool = new Pool();

export async function start(): Promise<void> {
  const consumer = new Kafka({ clientId: 'rules', brokers: ['localhost:9092'] }).consumer({ groupId: 'rules' });
  await consumer.subscribe({ topics: ['rules'] });
  await consumer.run({
    eachMessage: async ({ message }) => {
      await pool.query(statements.apply, [String(message.key)]);
    },
  });
}
