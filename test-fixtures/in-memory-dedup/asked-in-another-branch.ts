import { Kafka } from 'kafkajs';
import { Pool } from 'pg';

const pool = new Pool();
const kafka = new Kafka({ clientId: 'pools', brokers: ['localhost:9092'] });
const consumer = kafka.consumer({ groupId: 'pools' });
const warned = new Set<string>();

await consumer.run({
  eachMessage: async ({ message }) => {
    const { id, lane, late } = JSON.parse(String(message.value));
    // What it decides is only what is logged.
    if (late && !warned.has(id)) {
      warned.add(id);
      console.warn('late', id);
    }
    await pool.query('UPDATE lanes SET swims = $2 WHERE id = $1', [lane, id]);
  },
});
