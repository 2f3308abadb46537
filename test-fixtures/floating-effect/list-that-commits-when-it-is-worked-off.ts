import { Kafka } from 'kafkajs';
import { Pool } from 'pg';

const pool = new Pool();
const consumer = new Kafka({ clientId: 'boats', brokers: ['localhost:9092'] }).consumer({ groupId: 'boats' });

const seen: { id: string; topic: string; partition: number; offset: string }[] = [];

async function flush(): Promise<void> {
  const boats = seen.splice(0);
  const last = boats.at(-1);
  if (last === undefined) return;
  await pool.query('UPDATE boats SET seen = true WHERE id = ANY($1)', [boats.map(({ id }) => id)]);
  await consumer.commitOffsets([{ topic: last.topic, partition: last.partition, offset: last.offset }]);
}

export async function start(): Promise<void> {
  setInterval(() => void flush(), 1000);
  await consumer.run({
    autoCommit: false,
    eachMessage: async ({ topic, partition, message }) => {
      const offset = (BigInt(message.offset) + 1n).toString();
      seen.push({ id: String(message.key), topic, partition, offset });
    },
  });
}
