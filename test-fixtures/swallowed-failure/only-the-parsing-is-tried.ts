import { Kafka } from 'kafkajs';
import { Pool } from 'pg';

const pool = new Pool();
const consumer = new Kafka({ clientId: 'rows', brokers: ['localhost:9092'] }).consumer({ groupId: 'rows' });

await consumer.run({
  eachMessage: async ({ message }) => {
    let row: { id: string };
    try {
      row = JSON.parse(String(message.value));
    } catch (error) {
      console.error('not a row', error);
      return;
    }
    await pool.query('UPDATE rows SET seen = true WHERE id = $1', [row.id]);
  },
});
