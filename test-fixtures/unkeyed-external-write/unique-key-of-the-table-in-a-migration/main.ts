// preset: strict
import { Kafka } from 'kafkajs';
import { Pool } from 'pg';

const pool = new Pool();

export async function start(): Promise<void> {
  const consumer = new Kafka({ clientId: 'shipping', brokers: ['localhost:9092'] }).consumer({ groupId: 'shipping' });
  await consumer.subscribe({ topics: ['orders.packed'] });
  await consumer.run({
    eachMessage: async ({ message }) => {
      const { orderId, carrier } = JSON.parse(String(message.value));
      await pool.query('INSERT INTO shipments (order_id, carrier) VALUES ($1, $2)', [orderId, carrier]);
    },
  });
}
