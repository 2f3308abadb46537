// preset: strict
import { Kafka } from 'kafkajs';
import { Pool } from 'pg';

const pool = new Pool();
const kafka = new Kafka({ clientId: 'boats', brokers: ['localhost:9092'] });
const producer = kafka.producer({ idempotent: true, maxInFlightRequests: 1 });

export async function add(): Promise<void> {
  const { rows } = await pool.query('SELECT id, key, value FROM outbox WHERE sent_at IS NULL ORDER BY id');
  for (const row of rows) {
    await producer.send({ topic: 'boats.added', messages: [{ key: row.key, value: row.value }] });
    await pool.query('UPDATE outbox SET sent_at = now() WHERE id = $1', [row.id]);
  }
}
