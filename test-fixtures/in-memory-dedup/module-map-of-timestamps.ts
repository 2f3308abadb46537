import { Kafka } from 'kafkajs';
import { Pool } from 'pg';

const pool = new Pool();
const lastSeen = new Map<string, number>();
const TEN_MINUTES = 600_000;

async function onScan(badge: string, door: string): Promise<void> {
  const before = lastSeen.get(badge);
//               ^^^^^^^^^^^^ in-memory-dedup guard
  if (before !== undefined && Date.now() - before < TEN_MINUTES) return;
  lastSeen.set(badge, Date.now());
  await pool.query('INSERT INTO scans (badge, door) VALUES ($1, $2)', [badge, door]);
}

export async function start(): Promise<void> {
  const consumer = new Kafka({ clientId: 'doors', brokers: ['localhost:9092'] }).consumer({ groupId: 'doors' });
  await consumer.subscribe({ topic: 'doors.scans' });
  await consumer.run({
    eachMessage: async ({ message }) => {
      const scan = JSON.parse(String(message.value));
      await onScan(scan.badge, scan.door);
    },
  });
}
