import { Kafka } from 'kafkajs';

const settings = { groupId: 'archive', commitEvery: 100 };
const consumer = new Kafka({ brokers: ['localhost:9092'] }).consumer(settings);

export async function start(): Promise<void> {
  await consumer.run({
    autoCommitThreshold: settings.commitEvery,
    eachMessage: async ({ message }) => console.info(String(message.key)),
  });
}