// preset: strict
import { loadConfig } from '@house/config';
import { Kafka } from 'kafkajs';

const config = loadConfig();
const kafka = new Kafka(config.kafka);

export async function start(): Promise<void> {
  const consumer = kafka.consumer(config.consumer);
  await consumer.subscribe({ topics: ['opaque'] });
  await consumer.run({ eachMessage: async ({ message }) => console.info(String(message.value)) });
}
