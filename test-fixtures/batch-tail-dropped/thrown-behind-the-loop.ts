import { Kafka } from 'kafkajs';
import { Pool } from 'pg';

const pool = new Pool();
const kafka = new Kafka({ clientId: 'boats', brokers: ['localhost:9092'] });
const consumer = kafka.consumer({ groupId: 'boats' });

await consumer.run({
  eachBatch: async ({ batch, resolveOffset, heartbeat, isRunning, isStale }) => {
    let isLeft = false;
    for (const message of batch.messages) {
      if (!isRunning() || isStale()) {
        isLeft = true;
        break;
      }
      await pool.query('UPDATE boats SET port = $1 WHERE id = $2', [String(message.value), String(message.key)]);
      resolveOffset(message.offset);
    }
    if (isLeft) throw new Error('left early');
  },
});
