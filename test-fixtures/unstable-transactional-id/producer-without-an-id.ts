import { Kafka } from 'kafkajs';

const producer = new Kafka({ brokers: ['localhost:9092'] }).producer({ idempotent: true });

export async function publish(value: string): Promise<void> {
  await producer.send({ topic: 'out', messages: [{ value }] });
}
