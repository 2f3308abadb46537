import { Kafka } from 'kafkajs';
import { Pool } from 'pg';

const pool = new Pool();
const consumer = new Kafka({ clientId: 'posts', brokers: ['localhost:9092'] }).consumer({ groupId: 'posts' });

await consumer.run({
  eachMessage: async ({ message }) => {
    try {
      await pool.query('INSERT INTO posts (id, text) VALUES ($1, $2) ON CONFLICT (id) DO UPDATE SET text = $2', [
        String(message.key),
        String(message.value),
      ]);
    } catch (error) {
      if (error.code === '23505') {
        console.info('known already');
        return;
      }
      throw error;
    }
  },
});
