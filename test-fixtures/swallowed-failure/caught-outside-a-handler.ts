import { Kafka } from 'kafkajs';
import { Pool } from 'pg';

const pool = new Pool();
const consumer = new Kafka({ clientId: 'meters', brokers: ['localhost:9092'] }).consumer({ groupId: 'meters' });

export async function start(): Promise<void> {
  try {
    await pool.query('UPDATE services SET started = true WHERE id = $1', ['meters']);
    await consumer.run({
      eachMessage: async ({ message }) => {
        await pool.query('UPDATE meters SET value = $1 WHERE id = $2', [String(message.value), String(message.key)]);
      },
    });
  } catch (error) {
    console.error(error);
  }
}
