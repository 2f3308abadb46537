// preset: strict
import { Kafka } from 'kafkajs';
import { Pool } from 'pg';

const pool = new Pool();
const kafka = new Kafka({ clientId: 'boats', brokers: ['localhost:9092'] });
const producer = kafka.producer({ idempotent: true, maxInFlightRequests: 1 });

export async function add(id: string, port: string): Promise<void> {
  if (port === '') {
    await producer.send({ topic: 'boats.added', messages: [{ key: id, value: port }] });
  } else {
    await pool.query('INSERT INTO boats (id, port) VALUES ($1, $2)', [id, port]);
  }
}
