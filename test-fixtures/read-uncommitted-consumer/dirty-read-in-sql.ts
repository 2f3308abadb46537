// preset: strict
import { Kafka } from 'kafkajs';
import { Pool } from 'pg';

const pool = new Pool();
const kafka = new Kafka({ clientId: 'dirty-sql', brokers: ['localhost:9092'] });

async function roughCount(table: string): Promise<number> {
  const db = await pool.connect();
  try {
    await db.query('BEGIN ISOLATION LEVEL READ UNCOMMITTED');
    const { rows } = await db.query('SELECT reltuples FROM pg_class WHERE relname = $1', [table]);
    await db.query('COMMIT');
    return Number(rows[0].reltuples);
  } finally {
    db.release();
  }
}

export async function start(): Promise<void> {
  const consumer = kafka.consumer({ groupId: 'dirty-sql' });
  await consumer.subscribe({ topics: ['counts.wanted'] });
  await consumer.run({ eachMessage: async ({ message }) => console.info(await roughCount(String(message.key))) });
}
