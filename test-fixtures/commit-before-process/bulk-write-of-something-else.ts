import { Kafka } from 'kafkajs';
import { Pool } from 'pg';

const pool = new Pool();
const kafka = new Kafka({ clientId: 'boats', brokers: ['localhost:9092'] });
const producer = kafka.producer();
const consumer = kafka.consumer({ groupId: 'boats' });

// What is written behind the loop is about the run, not about the messages.
await consumer.run({
  eachBatchAutoResolve: false,
  eachBatch: async ({ batch, resolveOffset }) => {
    const done: string[] = [];
    for (const message of batch.messages) {
      await pool.query('UPDATE boats SET port = $1 WHERE id = $2', [String(message.value), String(message.key)]);
      done.push(String(message.key));
      resolveOffset(message.offset);
    }
    await pool.query('INSERT INTO runs (id, boats) VALUES ($1, $2) ON CONFLICT DO NOTHING', ['daily', done.length]);
  },
});
