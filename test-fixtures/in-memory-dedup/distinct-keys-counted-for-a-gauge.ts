import { Kafka } from 'kafkajs';

const kafka = new Kafka({ clientId: 'visits', brokers: ['localhost:9092'] });
const producer = kafka.producer();
const visitors = new Set<string>();

setInterval(() => console.info('distinct visitors: %d', visitors.size), 60_000);

export async function start(): Promise<void> {
  const consumer = kafka.consumer({ groupId: 'visits' });
  await consumer.subscribe({ topics: ['visits'] });
  await consumer.run({
    eachMessage: async ({ message }) => {
      visitors.add(String(message.key));
      await producer.send({ topic: 'visits.copy', messages: [{ key: message.key, value: message.value }] });
    },
  });
}
