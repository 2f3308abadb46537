// preset: strict
import { Kafka } from 'kafkajs';

const FAST = { readUncommitted: true, maxWaitTimeInMs: 50 };
const kafka = new Kafka({ clientId: 'override', brokers: ['localhost:9092'] });

export async function start(): Promise<void> {
  const consumer = kafka.consumer({ ...FAST, groupId: 'override', readUncommitted: false });
  await consumer.subscribe({ topics: ['override'] });
  await consumer.run({ eachMessage: async ({ message }) => console.info(String(message.value)) });
}
