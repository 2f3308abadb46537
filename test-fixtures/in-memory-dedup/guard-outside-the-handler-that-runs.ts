import { Kafka, type KafkaMessage } from 'kafkajs';

const kafka = new Kafka({ clientId: 'two-paths', brokers: ['localhost:9092'] });
const producer = kafka.producer();
const imported = new Set<string>();

async function publish(id: string, value: Buffer | null): Promise<void> {
  await producer.send({ topic: 'articles.published', messages: [{ key: id, value }] });
}

export async function importOnce(id: string, value: Buffer): Promise<void> {
  if (imported.has(id)) return;
  imported.add(id);
  await publish(id, value);
}

async function onArticle(message: KafkaMessage): Promise<void> {
  await publish(String(message.key), message.value);
}

export async function start(): Promise<void> {
  const consumer = kafka.consumer({ groupId: 'articles' });
  await consumer.subscribe({ topics: ['articles.written'] });
  await consumer.run({ eachMessage: async ({ message }) => onArticle(message) });
}
