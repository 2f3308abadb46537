// preset: strict
import { Kafka } from 'kafkajs';

const kafka = new Kafka({ clientId: 'plain', brokers: ['localhost:9092'] });

export async function start(): Promise<void> {
  const consumer = kafka.consumer({ groupId: 'plain' });
  await consumer.subscribe({ topics: ['plain'] });
  await consumer.run({ eachMessage: async ({ message }) => console.info(String(message.value)) });
}
