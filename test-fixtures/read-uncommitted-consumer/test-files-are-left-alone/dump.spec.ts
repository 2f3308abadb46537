import { Kafka } from 'kafkajs';

export async function dump(): Promise<void> {
  const kafka = new Kafka({ clientId: 'dump', brokers: ['localhost:9092'] });
  const consumer = kafka.consumer({ groupId: 'dump', readUncommitted: true });
  await consumer.subscribe({ topics: ['dump'] });
  await consumer.run({ eachMessage: async ({ message }) => console.info(String(message.value)) });
}
