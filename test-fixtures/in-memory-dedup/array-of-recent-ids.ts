import { Kafka } from 'kafkajs';

const kafka = new Kafka({ clientId: 'prices', brokers: ['localhost:9092'] });
const producer = kafka.producer();
const consumer = kafka.consumer({ groupId: 'prices' });
const recent: string[] = [];

export async function start(): Promise<void> {
  await consumer.subscribe({ topics: ['prices.quoted'] });
  await consumer.run({
    eachMessage: async ({ message }) => {
      const quoteId = String(message.headers?.['quote-id']);
      if (recent.includes(quoteId)) {
//        ^^^^^^^^^^^^^^^ in-memory-dedup guard
        return;
      }
      recent.push(quoteId);
      if (recent.length > 1_000) recent.shift();
      await producer.send({ topic: 'prices.accepted', messages: [{ key: quoteId, value: message.value }] });
    },
  });
}
