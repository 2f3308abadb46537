import { Kafka } from 'kafkajs';
import mysql, { type ResultSetHeader } from 'mysql2/promise';

const pool = mysql.createPool({ host: 'localhost' });

export async function start(): Promise<void> {
  const consumer = new Kafka({ clientId: 'credits', brokers: ['localhost:9092'] }).consumer({ groupId: 'credits' });
  await consumer.subscribe({ topics: ['credits'] });
  await consumer.run({
    eachMessage: async ({ message }) => {
      const id = String(message.key);
      const db = await pool.getConnection();
      try {
        await db.beginTransaction();
        const [inbox] = await db.query<ResultSetHeader>('INSERT IGNORE INTO inbox (id) VALUES (?)', [id]);
//                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ dedup-not-atomic after
        if (inbox.affectedRows > 0) await pool.query('UPDATE accounts SET balance = balance + 1 WHERE id = ?', [id]);
        await db.commit();
      } catch (error) {
        await db.rollback();
        throw error;
      } finally {
        db.release();
      }
    },
  });
}
