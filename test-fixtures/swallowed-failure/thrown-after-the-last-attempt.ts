import { Kafka } from 'kafkajs';
import { Pool } from 'pg';

const pool = new Pool();
const consumer = new Kafka({ clientId: 'doors', brokers: ['localhost:9092'] }).consumer({ groupId: 'doors' });

async function retried(work: () => Promise<void>, attempts = 3): Promise<void> {
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (attempt === attempts) throw error;
      console.warn('attempt', attempt);
    }
  }
}

await consumer.run({
  eachMessage: async ({ message }) => {
    await retried(async () => {
      await pool.query('UPDATE doors SET open = true WHERE id = $1', [String(message.key)]);
    });
  },
});
