// preset: strict
import { Kafka } from 'kafkajs';

const producer = new Kafka({ brokers: ['localhost:9092'] }).producer();

export async function route(value: string): Promise<void> {
  await producer.send({ topic: 'b', messages: [{ value }] });
}