// preset: strict
import { Kafka } from 'kafkajs';
import { Pool } from 'pg';

const pool = new Pool();

export async function start(): Promise<void> {
  const consumer = new Kafka({ clientId: 'tasks', brokers: ['localhost:9092'] }).consumer({ groupId: 'tasks' });
  await consumer.subscribe({ topics: ['tasks.finished'] });
  await consumer.run({
    eachMessage: async ({ message }) => {
      const task = String(message.key);
      const db = await pool.connect();
      try {
        await db.query('BEGIN');
        const { rows } = await db.query('SELECT id FROM tasks WHERE id = $1 AND state = $2 FOR UPDATE', [task, 'open']);
        if (rows.length > 0) {
          await db.query('INSERT INTO rewards (task, coins) VALUES ($1, 10)', [task]);
          await db.query('UPDATE tasks SET state = $2 WHERE id = $1', [task, 'done']);
        }
        await db.query('COMMIT');
      } catch (error) {
        await db.query('ROLLBACK');
        throw error;
      } finally {
        db.release();
      }
    },
  });
}
