import { Kafka } from 'kafkajs';

const kafka = new Kafka({ clientId: 'news', brokers: ['localhost:9092'] });
const careful = kafka.consumer({ groupId: 'news-archive' });
const hasty = kafka.consumer({ groupId: 'news-ticker', readUncommitted: true });
//                                                     ^^^^^^^^^^^^^^^^^^^^^ read-uncommitted-consumer optedOut

export async function start(): Promise<void> {
  for (const consumer of [careful, hasty]) {
    await consumer.subscribe({ topics: ['news'] });
    await consumer.run({ eachMessage: async ({ message }) => console.info(String(message.value)) });
  }
}
