// preset: strict
import { Kafka } from 'kafkajs';

const kafka = new Kafka({ clientId: 'spelled', brokers: ['localhost:9092'] });

export async function start(): Promise<void> {
  const consumer = kafka.consumer({ groupId: 'spelled', readUncommitted: false });
  await consumer.subscribe({ topics: ['spelled'] });
  await consumer.run({ eachMessage: async ({ message }) => console.info(String(message.value)) });
}
