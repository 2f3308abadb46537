// preset: strict
import { Kafka } from 'kafkajs';

class FileQueue {
  consumer(options: { readonly readUncommitted: boolean }): { lines(): string[] } {
    return { lines: () => (options.readUncommitted ? ['draft'] : []) };
  }
}

const queue = new FileQueue();
const kafka = new Kafka({ clientId: 'lines', brokers: ['localhost:9092'] });

export async function start(): Promise<void> {
  const lines = queue.consumer({ readUncommitted: true }).lines();
  const consumer = kafka.consumer({ groupId: 'lines' });
  await consumer.subscribe({ topics: lines });
  await consumer.run({ eachMessage: async ({ message }) => console.info(String(message.value)) });
}
