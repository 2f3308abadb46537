// preset: strict
import { Producer } from 'node-rdkafka';
import { Pool } from 'pg';

const pool = new Pool();
const producer = new Producer({ 'metadata.broker.list': 'localhost:9092', 'enable.idempotence': true });

export async function place(order: { id: string; cents: number }): Promise<void> {
  await pool.query('INSERT INTO orders (id, cents) VALUES ($1, $2)', [order.id, order.cents]);
  producer.produce('orders.placed', null, Buffer.from(JSON.stringify(order)), order.id);
//^^^^^^^^^^^^^^^^ dual-write beside
}
