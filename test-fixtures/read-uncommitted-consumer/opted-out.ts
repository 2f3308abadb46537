import { Kafka } from 'kafkajs';

const kafka = new Kafka({ clientId: 'search', brokers: ['localhost:9092'] });

export async function start(): Promise<void> {
  const consumer = kafka.consumer({ groupId: 'search', readUncommitted: true });
//                                                     ^^^^^^^^^^^^^^^^^^^^^ read-uncommitted-consumer optedOut
  await consumer.subscribe({ topics: ['products'] });
  await consumer.run({ eachMessage: async ({ message }) => console.info('product', String(message.key)) });
}
