import { Kafka } from 'kafkajs';

const producer = new Kafka({ brokers: ['localhost:9092'] }).producer({ idempotent: true, maxInFlightRequests: 5 });

export async function publish(key: string): Promise<void> {
  await producer.send({ topic: 'prices', acks: -1, messages: [{ key, value: 'x' }] });
}