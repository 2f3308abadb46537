import { Kafka } from 'kafkajs';
import { Pool } from 'pg';

const pool = new Pool();
const kafka = new Kafka({ clientId: 'pools', brokers: ['localhost:9092'] });
const consumer = kafka.consumer({ groupId: 'pools' });
const seen = new Set<string>();

await consumer.run({
  eachMessage: async ({ message }) => {
    const { id, lane } = JSON.parse(String(message.value));
    if (id && seen.has(id)) return;
//            ^^^^^^^^ in-memory-dedup guard
    if (id) seen.add(id);
    await pool.query('UPDATE lanes SET swims = swims + 1 WHERE id = $1', [lane]);
  },
});
