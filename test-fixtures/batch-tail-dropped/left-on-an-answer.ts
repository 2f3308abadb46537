import { Kafka } from 'kafkajs';
import { Pool } from 'pg';

const pool = new Pool();
const kafka = new Kafka({ clientId: 'boats', brokers: ['localhost:9092'] });
const consumer = kafka.consumer({ groupId: 'boats' });

async function save(message: { key: Buffer | null; value: Buffer | null }): Promise<boolean> {
  try {
    await pool.query('UPDATE boats SET port = $1 WHERE id = $2', [String(message.value), String(message.key)]);
    return true;
  } catch {
    return false;
  }
}

await consumer.run({
  eachBatch: async ({ batch, resolveOffset, heartbeat, isRunning, isStale }) => {
    for (const message of batch.messages) {
      const isSaved = await save(message);
      if (!isSaved) break;
//                  ^^^^^^ batch-tail-dropped left
      resolveOffset(message.offset);
    }
  },
});
