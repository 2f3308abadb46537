import { Kafka } from 'kafkajs';

const producer = new Kafka({ brokers: ['localhost:9092'] }).producer({ retry: { retries: 0 } });

export async function trace(key: string): Promise<void> {
  await producer.send({ topic: 'traces', acks: 0, messages: [{ key, value: 'x' }] });
}