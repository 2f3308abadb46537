// preset: strict
import { Kafka } from 'kafkajs';

const kafka = new Kafka({ clientId: 'env', brokers: ['localhost:9092'] });

export async function start(): Promise<void> {
  const consumer = kafka.consumer({ groupId: 'env', readUncommitted: process.env.DIRTY_READS === 'true' });
  await consumer.subscribe({ topics: ['env'] });
  await consumer.run({ eachMessage: async ({ message }) => console.info(String(message.value)) });
}
