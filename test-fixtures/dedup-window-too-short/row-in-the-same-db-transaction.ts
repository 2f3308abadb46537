import { Kafka } from 'kafkajs';
import { Pool } from 'pg';

const pool = new Pool();
const consumer = new Kafka({ brokers: ['localhost:9092'] }).consumer({ groupId: 'wallets' });

consumer.run({
  eachMessage: async ({ message }) => {
    const client = await pool.connect();
    try {
      await client.query('BEGIN');
      const inbox = await client.query('INSERT INTO inbox (id) VALUES ($1) ON CONFLICT DO NOTHING', [String(message.key)]);
      if (inbox.rowCount === 1) await client.query('UPDATE wallets SET cents = cents + 1');
      await client.query('COMMIT');
    } catch (error) {
      await client.query('ROLLBACK');
      throw error;
    } finally {
      client.release();
    }
  },
});