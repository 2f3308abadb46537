import { Kafka, type EachMessagePayload } from 'kafkajs';
import { Pool } from 'pg';

const pool = new Pool();
const quick = new Set<string>();

async function onTransfer({ topic, partition, message }: EachMessagePayload): Promise<void> {
  const id = `${topic}:${partition}:${message.offset}`;
  if (quick.has(id)) return;
  const db = await pool.connect();
  try {
    await db.query('BEGIN');
    const claim = await db.query('INSERT INTO inbox (id) VALUES ($1) ON CONFLICT DO NOTHING', [id]);
    if (claim.rowCount === 1) {
      await db.query('UPDATE accounts SET cents = cents + $2 WHERE id = $1', [String(message.key), 100]);
    }
    await db.query('COMMIT');
  } catch (error) {
    await db.query('ROLLBACK');
    throw error;
  } finally {
    db.release();
  }
  quick.add(id);
}

export async function start(): Promise<void> {
  const consumer = new Kafka({ clientId: 'bank', brokers: ['localhost:9092'] }).consumer({ groupId: 'bank' });
  await consumer.subscribe({ topics: ['bank.transfers'] });
  await consumer.run({ eachMessage: onTransfer });
}
