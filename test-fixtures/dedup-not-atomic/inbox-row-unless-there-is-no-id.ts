import { Kafka } from 'kafkajs';
import { Pool } from 'pg';

const pool = new Pool();
const kafka = new Kafka({ clientId: 'pools', brokers: ['localhost:9092'] });
const consumer = kafka.consumer({ groupId: 'pools' });

await consumer.run({
  eachMessage: async ({ message }) => {
    const { id, lane } = JSON.parse(String(message.value));
    const client = await pool.connect();
    try {
      await client.query('BEGIN');
      if (id) {
        const { rowCount } = await client.query('INSERT INTO inbox (id) VALUES ($1) ON CONFLICT DO NOTHING', [id]);
        if (rowCount === 0) {
          await client.query('ROLLBACK');
          return;
        }
      }
      await client.query('UPDATE lanes SET swims = swims + 1 WHERE id = $1', [lane]);
      await client.query('COMMIT');
    } catch (error) {
      await client.query('ROLLBACK');
      throw error;
    } finally {
      client.release();
    }
  },
});
