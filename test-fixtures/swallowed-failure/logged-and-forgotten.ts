import { Kafka } from 'kafkajs';
import { Pool } from 'pg';

const pool = new Pool();
const consumer = new Kafka({ clientId: 'seats', brokers: ['localhost:9092'] }).consumer({ groupId: 'seats' });

await consumer.run({
  eachMessage: async ({ message }) => {
    try {
      await pool.query('UPDATE seats SET taken = true WHERE id = $1', [String(message.key)]);
    } catch (error) {
//    ^^^^^^^^^^^^^ swallowed-failure caught
      console.error('seat not taken', error);
    }
  },
});
