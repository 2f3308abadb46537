import { Kafka } from 'kafkajs';
import { Pool } from 'pg';

const pool = new Pool();
const kafka = new Kafka({ clientId: 'boats', brokers: ['localhost:9092'] });
const producer = kafka.producer();
const consumer = kafka.consumer({ groupId: 'boats' });

await consumer.run({ eachBatchAutoResolve: false,
  eachBatch: async ({ batch, resolveOffset, heartbeat, commitOffsetsIfNecessary, uncommittedOffsets }) => {
    for (let from = 0; from < batch.messages.length; from += 100) {
      const chunk = batch.messages.slice(from, from + 100);
      await pool.query('INSERT INTO boats (id) SELECT unnest($1::text[]) ON CONFLICT DO NOTHING', [chunk.map(({ key }) => String(key))]);
      resolveOffset(chunk[chunk.length - 1].offset);
      await commitOffsetsIfNecessary();
    }
  },
});
