import { Kafka } from 'kafkajs';
import { Pool } from 'pg';

const pool = new Pool();
const kafka = new Kafka({ clientId: 'tides', brokers: ['localhost:9092'] });
const consumer = kafka.consumer({ groupId: 'tides' });
const writes: Promise<unknown>[] = [];
let next = 0n;

setInterval(async () => {
  const offset = String(next);
  await Promise.all(writes.splice(0));
  await consumer.commitOffsets([{ topic: 'tides', partition: 0, offset }]);
}, 1000);

export async function start(): Promise<void> {
  await consumer.run({
    autoCommit: false,
    eachMessage: async ({ message }) => {
      writes.push(pool.query('UPDATE tides SET height = $1 WHERE id = $2', [String(message.value), String(message.key)]));
      next = BigInt(message.offset) + 1n;
    },
  });
}
