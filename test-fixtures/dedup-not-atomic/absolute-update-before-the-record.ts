import { Kafka } from 'kafkajs';
import { Pool } from 'pg';

const pool = new Pool();
const consumer = new Kafka({ brokers: ['localhost:9092'] }).consumer({ groupId: 'orders' });

await consumer.run({
  eachMessage: async ({ message }) => {
    const id = String(message.key);
    const { rowCount } = await pool.query('SELECT 1 FROM handled WHERE id = $1', [id]);
    if (rowCount) return;
    await pool.query('UPDATE orders SET state = $2 WHERE id = $1', [id, 'paid']);
    await pool.query('INSERT INTO handled (id) VALUES ($1) ON CONFLICT DO NOTHING', [id]);
  },
});