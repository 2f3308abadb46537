import { Kafka } from 'kafkajs';
import { Pool } from 'pg';

const pool = new Pool();
const consumer = new Kafka({ clientId: 'boats', brokers: ['localhost:9092'] }).consumer({ groupId: 'boats' });

const seen: { id: string; done: () => void }[] = [];

async function flush(): Promise<void> {
  const boats = seen.splice(0);
  await pool.query('UPDATE boats SET seen = true WHERE id = ANY($1)', [boats.map(({ id }) => id)]);
  for (const { done } of boats) done();
}

export async function start(): Promise<void> {
  setInterval(() => void flush(), 100);
  await consumer.run({
    eachMessage: async ({ message }) => {
      await new Promise<void>((done) => seen.push({ id: String(message.key), done }));
    },
  });
}
