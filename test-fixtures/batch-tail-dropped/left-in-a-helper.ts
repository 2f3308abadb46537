import { Kafka } from 'kafkajs';
import { Pool } from 'pg';

const pool = new Pool();
const kafka = new Kafka({ clientId: 'boats', brokers: ['localhost:9092'] });
const consumer = kafka.consumer({ groupId: 'boats' });

async function saveAll(messages: readonly { key: Buffer | null; value: Buffer | null }[], isRunning: () => boolean) {
  for (const message of messages) {
    if (!isRunning()) return;
//                    ^^^^^^^ batch-tail-dropped left
    await pool.query('UPDATE boats SET port = $1 WHERE id = $2', [String(message.value), String(message.key)]);
  }
}

await consumer.run({
  eachBatch: async ({ batch, resolveOffset, heartbeat, isRunning, isStale }) => {
    await saveAll(batch.messages, isRunning);
  },
});
