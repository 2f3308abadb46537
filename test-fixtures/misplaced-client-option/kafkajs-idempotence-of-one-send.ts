import { Kafka } from 'kafkajs';

const producer = new Kafka({ brokers: ['localhost:9092'] }).producer();

export async function publish(key: string): Promise<void> {
  const record = { topic: 'prices', messages: [{ key, value: 'x' }], idempotent: true };
//                                                                   ^^^^^^^^^^^^^^^^ misplaced-client-option ignored
  await producer.send(record);
}