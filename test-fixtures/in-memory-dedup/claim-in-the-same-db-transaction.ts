import { Kafka, type EachMessagePayload } from 'kafkajs';
import { Pool } from 'pg';

const pool = new Pool();

async function onClaim({ topic, partition, message }: EachMessagePayload): Promise<void> {
  const db = await pool.connect();
  try {
    await db.query('BEGIN');
    const { rowCount } = await db.query(
      'INSERT INTO processed (topic, part, off) VALUES ($1, $2, $3) ON CONFLICT (topic, part, off) DO NOTHING',
      [topic, partition, message.offset],
    );
    if (rowCount === 0) {
      await db.query('ROLLBACK');
      return;
    }
    await db.query('INSERT INTO damages (policy) VALUES ($1)', [String(message.key)]);
    await db.query('COMMIT');
  } catch (error) {
    await db.query('ROLLBACK');
    throw error;
  } finally {
    db.release();
  }
}

export async function start(): Promise<void> {
  const consumer = new Kafka({ clientId: 'claims', brokers: ['localhost:9092'] }).consumer({ groupId: 'claims' });
  await consumer.subscribe({ topics: ['claims.filed'] });
  await consumer.run({ eachMessage: onClaim });
}
