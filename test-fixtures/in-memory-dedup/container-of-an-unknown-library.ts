import { Kafka } from 'kafkajs';
import { createRegistry } from '@house/registry';

const kafka = new Kafka({ clientId: 'sync', brokers: ['localhost:9092'] });
const producer = kafka.producer();
const registry = createRegistry();

export async function start(): Promise<void> {
  const consumer = kafka.consumer({ groupId: 'sync' });
  await consumer.subscribe({ topics: ['contacts'] });
  await consumer.run({
    eachMessage: async ({ message }) => {
      if (registry.has(String(message.key))) return;
      await producer.send({ topic: 'contacts.synced', messages: [{ key: message.key, value: message.value }] });
      registry.add(String(message.key));
    },
  });
}
