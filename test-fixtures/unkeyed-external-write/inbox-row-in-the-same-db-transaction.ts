// preset: strict
import { Kafka, type EachMessagePayload } from 'kafkajs';
import { Pool } from 'pg';

const pool = new Pool();

async function onPosting({ topic, partition, message }: EachMessagePayload): Promise<void> {
  const posting = JSON.parse(String(message.value));
  const db = await pool.connect();
  try {
    await db.query('BEGIN');
    const inbox = await db.query('INSERT INTO inbox (id) VALUES ($1) ON CONFLICT (id) DO NOTHING RETURNING id', [
      `${topic}-${partition}-${message.offset}`,
    ]);
    if (inbox.rows.length > 0) {
      await db.query('INSERT INTO postings (account, cents) VALUES ($1, $2)', [posting.account, posting.cents]);
      await db.query('UPDATE accounts SET cents = cents + $2 WHERE id = $1', [posting.account, posting.cents]);
    }
    await db.query('COMMIT');
  } catch (error) {
    await db.query('ROLLBACK');
    throw error;
  } finally {
    db.release();
  }
}

export async function start(): Promise<void> {
  const consumer = new Kafka({ clientId: 'ledger', brokers: ['localhost:9092'] }).consumer({ groupId: 'ledger' });
  await consumer.subscribe({ topics: ['ledger.postings'] });
  await consumer.run({ eachMessage: onPosting });
}
