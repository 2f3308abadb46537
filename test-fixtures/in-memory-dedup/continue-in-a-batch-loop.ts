import { Kafka, type EachBatchPayload } from 'kafkajs';
import { Pool } from 'pg';

const pool = new Pool();
const finished = new Set<string>();

async function eachBatch({ batch, resolveOffset, heartbeat }: EachBatchPayload): Promise<void> {
  for (const message of batch.messages) {
    const key = `${batch.topic}/${batch.partition}/${message.offset}`;
    if (finished.has(key)) continue;
//      ^^^^^^^^^^^^ in-memory-dedup guard
    await pool.query('INSERT INTO readings (payload) VALUES ($1)', [String(message.value)]);
    finished.add(key);
    resolveOffset(message.offset);
    await heartbeat();
  }
}

export async function start(): Promise<void> {
  const consumer = new Kafka({ clientId: 'meters', brokers: ['localhost:9092'] }).consumer({ groupId: 'meters' });
  await consumer.subscribe({ topics: ['meters.read'] });
  await consumer.run({ eachBatch });
}
