import { Kafka } from 'kafkajs';
import { Pool } from 'pg';

const pool = new Pool();
const consumer = new Kafka({ brokers: ['localhost:9092'] }).consumer({ groupId: 'orders' });

await consumer.run({
  eachMessage: async ({ message }) => {
    const id = String(message.key);
    await pool.query('INSERT INTO orders (id, body) VALUES ($1, $2) ON CONFLICT (id) DO NOTHING', [id, String(message.value)]);
  },
});