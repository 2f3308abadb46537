// preset: strict
import { Kafka } from 'kafkajs';
import { Pool } from 'pg';

const pool = new Pool();

function isDuplicate(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === '23505';
}

export async function start(): Promise<void> {
  const consumer = new Kafka({ clientId: 'grants', brokers: ['localhost:9092'] }).consumer({ groupId: 'grants' });
  await consumer.subscribe({ topics: ['grants'] });
  await consumer.run({
    eachMessage: async ({ topic, partition, message }) => {
      const db = await pool.connect();
      try {
        await db.query('BEGIN');
        await db.query('INSERT INTO inbox (id) VALUES ($1)', [`${topic}/${partition}/${message.offset}`]);
        await db.query('UPDATE funds SET cents = cents - $2 WHERE id = $1', [String(message.key), 100]);
        await db.query('COMMIT');
      } catch (error) {
        await db.query('ROLLBACK');
        if (!isDuplicate(error)) throw error;
      } finally {
        db.release();
      }
    },
  });
}
