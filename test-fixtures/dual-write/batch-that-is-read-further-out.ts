// preset: strict
import { Kafka } from 'kafkajs';
import { Pool } from 'pg';

interface Row {
  readonly id: string;
  readonly value: string;
}

const pool = new Pool();
const producer = new Kafka({ clientId: 'boats', brokers: ['localhost:9092'] }).producer({ idempotent: true });

async function unsent(): Promise<readonly Row[]> {
  const { rows } = await pool.query('SELECT id, value FROM outbox WHERE sent_at IS NULL ORDER BY id LIMIT 100');
  return rows;
}

async function publish(rows: readonly Row[]): Promise<void> {
  await producer.send({ topic: 'boats', messages: rows.map(({ id, value }) => ({ key: id, value })) });
  await pool.query('UPDATE outbox SET sent_at = now() WHERE id = ANY($1)', [rows.map(({ id }) => id)]);
}

export async function relay(): Promise<void> {
  const rows = await unsent();
  await publish(rows);
}
