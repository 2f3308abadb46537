import { Kafka } from 'kafkajs';
import { Pool } from 'pg';

const kafka = new Kafka({ clientId: 'grants', brokers: ['localhost:9092'] });
const producer = kafka.producer({ idempotent: true });
const pool = new Pool();

export async function start(): Promise<void> {
  const consumer = kafka.consumer({ groupId: 'grants' });
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
        if ((error as { code?: string }).code !== '23505') throw error;
      } finally {
        db.release();
      }
      // Whoever reads it is told of a repeat, too: nobody waits in vain for an answer that was lost.
      await producer.send({ topic: 'granted', messages: [{ key: message.key, value: String(message.offset) }] });
    },
  });
}
