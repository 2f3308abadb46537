import { Kafka } from 'kafkajs';
import { Pool } from 'pg';

const pool = new Pool();
const kafka = new Kafka({ clientId: 'boats', brokers: ['localhost:9092'] });
const consumer = kafka.consumer({ groupId: 'boats' });

declare function isBusy(): boolean;

await consumer.run({
  eachBatch: async ({ batch, pause }) => {
    for (const message of batch.messages) {
      if (isBusy()) {
        pause();
        return;
//      ^^^^^^^ batch-tail-dropped left
      }
      await pool.query('UPDATE boats SET port = $1 WHERE id = $2', [String(message.value), String(message.key)]);
    }
  },
});
