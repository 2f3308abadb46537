import { Kafka } from 'kafkajs';
import { Pool } from 'pg';

class UnknownSeat extends Error {}

const pool = new Pool();
const consumer = new Kafka({ clientId: 'seats', brokers: ['localhost:9092'] }).consumer({ groupId: 'seats' });

await consumer.run({
  eachMessage: async ({ message }) => {
    try {
      const { rowCount } = await pool.query('UPDATE seats SET taken = true WHERE id = $1', [String(message.key)]);
      if (rowCount === 0) throw new UnknownSeat();
    } catch (error) {
      if (error instanceof UnknownSeat) return;
      throw error;
    }
  },
});
