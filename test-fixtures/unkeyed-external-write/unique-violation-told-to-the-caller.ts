// preset: strict
import { Kafka } from 'kafkajs';
import { Pool, type PoolClient } from 'pg';

const pool = new Pool();

async function inTransaction(work: (db: PoolClient) => Promise<void>): Promise<void> {
  const db = await pool.connect();
  try {
    await db.query('BEGIN');
    await work(db);
    await db.query('COMMIT');
  } catch (error) {
    await db.query('ROLLBACK');
    throw error;
  } finally {
    db.release();
  }
}

export async function start(): Promise<void> {
  const consumer = new Kafka({ clientId: 'grants', brokers: ['localhost:9092'] }).consumer({ groupId: 'grants' });
  await consumer.subscribe({ topics: ['grants'] });
  await consumer.run({
    eachMessage: async ({ topic, partition, message }) => {
      try {
        await inTransaction(async (db) => {
          await db.query('INSERT INTO inbox (id) VALUES ($1)', [`${topic}/${partition}/${message.offset}`]);
          await db.query('UPDATE funds SET cents = cents - $2 WHERE id = $1', [String(message.key), 100]);
        });
      } catch (error) {
        if ((error as { code?: string }).code === '23505') return;
        throw error;
      }
    },
  });
}
