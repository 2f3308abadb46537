import { Kafka } from 'kafkajs';
import { Pool } from 'pg';
import axios from 'axios';

const pool = new Pool();
const consumer = new Kafka({ brokers: ['localhost:9092'] }).consumer({ groupId: 'crm' });

await consumer.run({
  eachMessage: async ({ message }) => {
    const id = String(message.key);
    const { rowCount } = await pool.query('SELECT 1 FROM synced WHERE id = $1', [id]);
    if (rowCount) return;
    await axios.put(`https://crm/profiles/${id}`, String(message.value));
    await pool.query('INSERT INTO synced (id) VALUES ($1) ON CONFLICT DO NOTHING', [id]);
  },
});