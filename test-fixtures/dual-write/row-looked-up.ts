// preset: strict
import { Kafka } from 'kafkajs';
import { Pool } from 'pg';

const pool = new Pool();
const kafka = new Kafka({ clientId: 'boats', brokers: ['localhost:9092'] });
const producer = kafka.producer({ idempotent: true, maxInFlightRequests: 1 });

export async function add(id: string, port: string): Promise<void> {
  const { rows } = await pool.query('SELECT port FROM boats WHERE id = $1', [id]);
  await producer.send({ topic: 'boats.seen', messages: [{ key: id, value: String(rows.length) + port }] });
}
