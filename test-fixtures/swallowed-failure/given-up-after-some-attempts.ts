import { Kafka } from 'kafkajs';
import { Pool } from 'pg';

const pool = new Pool();
const consumer = new Kafka({ clientId: 'doors', brokers: ['localhost:9092'] }).consumer({ groupId: 'doors' });

await consumer.run({
  eachMessage: async ({ message }) => {
    for (let attempt = 1; attempt <= 3; attempt += 1) {
      try {
        await pool.query('UPDATE doors SET open = true WHERE id = $1', [String(message.key)]);
        return;
      } catch (error) {
//      ^^^^^^^^^^^^^ swallowed-failure caught
        console.warn('attempt', attempt, error);
      }
    }
  },
});
