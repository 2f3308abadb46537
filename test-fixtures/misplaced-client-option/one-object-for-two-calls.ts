import { Kafka } from 'kafkajs';

const settings = { groupId: 'archive', autoCommit: true };
const consumer = new Kafka({ brokers: ['localhost:9092'] }).consumer(settings);

export async function start(): Promise<void> {
  await consumer.run({ ...settings, eachMessage: async ({ message }) => console.info(String(message.key)) });
}