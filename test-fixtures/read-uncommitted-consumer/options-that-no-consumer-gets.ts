// preset: strict
import { Kafka, type ConsumerConfig } from 'kafkajs';

export const debugConsumer: ConsumerConfig = { groupId: 'debug', readUncommitted: true };

const kafka = new Kafka({ clientId: 'unused', brokers: ['localhost:9092'] });

export async function start(): Promise<void> {
  const consumer = kafka.consumer({ groupId: 'unused' });
  await consumer.subscribe({ topics: ['unused'] });
  await consumer.run({ eachMessage: async ({ message }) => console.info(String(message.value)) });
}
