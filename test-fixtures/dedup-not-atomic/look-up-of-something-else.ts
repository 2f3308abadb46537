import { Kafka } from 'kafkajs';
import { Pool } from 'pg';
import axios from 'axios';

const pool = new Pool();
const consumer = new Kafka({ brokers: ['localhost:9092'] }).consumer({ groupId: 'calls' });

await consumer.run({
  eachMessage: async ({ message }) => {
    const id = String(message.key);
    const { rowCount } = await pool.query('SELECT 1 FROM customers WHERE id = $1', [id]);
    if (!rowCount) return;
    await axios.post('https://partner/calls', { id });
  },
});