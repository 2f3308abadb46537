import { Kafka } from 'kafkajs';
import { Pool } from 'pg';

const pool = new Pool();
const kafka = new Kafka({ brokers: ['localhost:9092'] });
const producer = kafka.producer({ idempotent: true });
const consumer = kafka.consumer({ groupId: 'orders' });

await consumer.run({
  eachMessage: async ({ message }) => {
    const id = String(message.key);
    const { rows } = await pool.query('SELECT id FROM processed_events WHERE id = $1', [id]);
    if (rows.length > 0) return;
    await producer.send({ topic: 'orders.confirmed', messages: [{ key: id, value: message.value }] });
    await pool.query('INSERT INTO processed_events (id) VALUES ($1)', [id]);
//        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ dedup-not-atomic after
  },
});