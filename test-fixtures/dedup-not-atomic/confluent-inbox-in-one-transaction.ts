import { KafkaJS } from '@confluentinc/kafka-javascript';
import { Pool } from 'pg';

const pool = new Pool();

export async function start(): Promise<void> {
  const consumer = new KafkaJS.Kafka({ kafkaJS: { brokers: ['localhost:9092'] } }).consumer({ kafkaJS: { groupId: 'coins' } });
  await consumer.subscribe({ topics: ['coins'] });
  await consumer.run({
    eachMessage: async ({ message }) => {
      const client = await pool.connect();
      try {
        await client.query('BEGIN');
        const first = await client.query('INSERT INTO inbox (id) VALUES ($1) ON CONFLICT DO NOTHING', [String(message.key)]);
        if (first.rowCount === 1) await client.query('UPDATE wallets SET cents = cents + 1 WHERE id = $1', [String(message.value)]);
        await client.query('COMMIT');
      } catch (error) {
        await client.query('ROLLBACK');
        throw error;
      } finally {
        client.release();
      }
    },
  });
}
