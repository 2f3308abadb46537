// preset: strict
import { Kafka } from 'kafkajs';
import { Pool } from 'pg';

interface Boat {
  readonly id: string;
  readonly value: string;
}

const pool = new Pool();
const producer = new Kafka({ clientId: 'boats', brokers: ['localhost:9092'] }).producer({ idempotent: true });

function boatsIn(text: string): readonly Boat[] {
  return text.split('\n').map((value) => ({ id: value.slice(0, 8), value }));
}

async function announce(boats: readonly Boat[]): Promise<void> {
  await producer.send({ topic: 'boats', messages: boats.map(({ id, value }) => ({ key: id, value })) });
//      ^^^^^^^^^^^^^ dual-write beside
  await pool.query('UPDATE boats SET announced_at = now() WHERE id = ANY($1)', [boats.map(({ id }) => id)]);
}

export async function load(text: string): Promise<void> {
  const boats = boatsIn(text);
  await announce(boats);
}
