import { Kafka } from 'kafkajs';
import { Pool } from 'pg';

const pool = new Pool();
const kafka = new Kafka({ clientId: 'boats', brokers: ['localhost:9092'] });
const producer = kafka.producer();
const consumer = kafka.consumer({ groupId: 'boats' });

await consumer.run({
  eachBatchAutoResolve: false,
  eachBatch: async ({ batch, resolveOffset, heartbeat }) => {
    const ids: string[] = [];
    for (const message of batch.messages) {
      ids.push(String(message.key));
      await heartbeat();
    }
    await pool.query('UPDATE boats SET away = true WHERE id = ANY($1)', [ids]);
    for (const message of batch.messages) resolveOffset(message.offset);
  },
});
