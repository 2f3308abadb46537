// preset: strict
import { Kafka } from 'kafkajs';
import { settings } from './settings';

const kafka = new Kafka({ clientId: 'settled', brokers: ['localhost:9092'] });

export async function start(): Promise<void> {
  const consumer = kafka.consumer({ groupId: settings.kafka.groupId, readUncommitted: settings.kafka.dirty });
  await consumer.subscribe({ topics: ['settled'] });
  await consumer.run({ eachMessage: async ({ message }) => console.info(String(message.value)) });
}
