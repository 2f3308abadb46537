import { Kafka } from 'kafkajs';
import { Pool } from 'pg';

const pool = new Pool();
const consumer = new Kafka({ brokers: ['localhost:9092'] }).consumer({ groupId: 'events' });

await consumer.run({
  eachMessage: async ({ message }) => {
    await pool.query('INSERT INTO events (body) VALUES ($1)', [String(message.value)]);
  },
});