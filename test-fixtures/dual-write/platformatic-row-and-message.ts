// preset: strict
import { Producer, stringSerializers } from '@platformatic/kafka';
import { Pool } from 'pg';

const pool = new Pool();
const producer = new Producer({ clientId: 'orders', bootstrapBrokers: ['localhost:9092'], idempotent: true, serializers: stringSerializers });

export async function place(order: { id: string; cents: number }): Promise<void> {
  await pool.query('INSERT INTO orders (id, cents) VALUES ($1, $2)', [order.id, order.cents]);
  await producer.send({ messages: [{ topic: 'orders.placed', key: order.id, value: JSON.stringify(order) }] });
//      ^^^^^^^^^^^^^ dual-write beside
}
