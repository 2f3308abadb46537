import { Kafka } from 'kafkajs';

const HANDLED = new Set(['created', 'renamed', 'archived']);
const kafka = new Kafka({ clientId: 'projects', brokers: ['localhost:9092'] });
const producer = kafka.producer();

export async function start(): Promise<void> {
  const consumer = kafka.consumer({ groupId: 'projects' });
  await consumer.subscribe({ topics: ['projects.events'] });
  await consumer.run({
    eachMessage: async ({ message }) => {
      const type = String(message.headers?.type);
      if (!HANDLED.has(type)) return;
      await producer.send({ topic: `projects.${type}`, messages: [{ key: message.key, value: message.value }] });
    },
  });
}
