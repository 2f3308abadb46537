import { Kafka, type EachBatchPayload, type KafkaMessage } from 'kafkajs';
import { Pool } from 'pg';

const pool = new Pool();

async function eachBatch({ batch }: EachBatchPayload): Promise<void> {
  const newest = new Map<string, KafkaMessage>();
  for (const message of batch.messages) newest.set(String(message.key), message);
  for (const [sensor, message] of newest) {
    await pool.query(
      'INSERT INTO sensors (id, reading) VALUES ($1, $2) ON CONFLICT (id) DO UPDATE SET reading = EXCLUDED.reading',
      [sensor, String(message.value)],
    );
  }
}

export async function start(): Promise<void> {
  const consumer = new Kafka({ clientId: 'sensors', brokers: ['localhost:9092'] }).consumer({ groupId: 'sensors' });
  await consumer.subscribe({ topics: ['sensors.readings'] });
  await consumer.run({ eachBatch });
}
