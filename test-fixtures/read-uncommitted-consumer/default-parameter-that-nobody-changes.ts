// preset: strict
import { Kafka, type Consumer } from 'kafkajs';

const kafka = new Kafka({ clientId: 'default', brokers: ['localhost:9092'] });

function open(groupId: string, readUncommitted = false): Consumer {
  return kafka.consumer({ groupId, readUncommitted });
}

export async function start(): Promise<void> {
  const consumer = open('default');
  await consumer.subscribe({ topics: ['default'] });
  await consumer.run({ eachMessage: async ({ message }) => console.info(String(message.value)) });
}
