// preset: strict
import { Kafka } from 'kafkajs';
import { Pool } from 'pg';

const pool = new Pool();
const kafka = new Kafka({ clientId: 'boats', brokers: ['localhost:9092'] });
const producer = kafka.producer({ idempotent: true, maxInFlightRequests: 1 });

export async function add(): Promise<void> {
  const { rows } = await pool.query('SELECT id, key, value FROM outbox WHERE sent_at IS NULL ORDER BY id');
  await producer.send({ topic: 'boats.added', messages: rows.map(({ key, value }) => ({ key, value })) });
  await pool.query('UPDATE outbox SET sent_at = now() WHERE id = ANY($1)', [rows.map((row) => row.id)]);
}
