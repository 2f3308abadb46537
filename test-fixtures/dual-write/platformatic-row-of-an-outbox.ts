// preset: strict
import { Producer, stringSerializers } from '@platformatic/kafka';
import { Pool } from 'pg';

const pool = new Pool();
const producer = new Producer({ clientId: 'orders', bootstrapBrokers: ['localhost:9092'], idempotent: true, serializers: stringSerializers });

export async function place(order: { id: string; cents: number }): Promise<void> {
  const client = await pool.connect();
  await client.query('BEGIN');
  await client.query('INSERT INTO orders (id, cents) VALUES ($1, $2)', [order.id, order.cents]);
  await client.query('INSERT INTO outbox (payload) VALUES ($1)', [JSON.stringify(order)]);
  await client.query('COMMIT');
}

export async function hello(): Promise<void> {
  await producer.send({ messages: [{ topic: 'hello', key: '1', value: 'hello' }] });
}
