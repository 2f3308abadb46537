import { Kafka } from 'kafkajs';
import { Pool } from 'pg';

const pool = new Pool();
const consumer = new Kafka({ clientId: 'boards', brokers: ['localhost:9092'] }).consumer({ groupId: 'boards' });

async function board(day: string): Promise<number> {
  const query = (of: string): string => `SELECT code, price FROM prices WHERE day = '${of}'`;
  const { rows } = await pool.query(query(day));
  return rows.length;
}

async function cleared(day: string): Promise<void> {
  const statement = (of: string): string => `DELETE FROM prices WHERE day = '${of}'`;
  await pool.query(statement(day));
}

await consumer.run({
  eachMessage: async ({ message }) => {
    const day = String(message.value);
    void board(day);
    void cleared(day);
//       ^^^^^^^ floating-effect dropped
  },
});
