// preset: strict
import { Producer } from 'node-rdkafka';
import { Pool } from 'pg';

const pool = new Pool();
const producer = new Producer({ 'metadata.broker.list': 'localhost:9092', 'enable.idempotence': true });

export async function remind(id: string): Promise<void> {
  const { rows } = await pool.query('SELECT cents FROM orders WHERE id = $1', [id]);
  producer.produce('orders.due', null, Buffer.from(JSON.stringify(rows[0])), id);
}
