import { Kafka } from 'kafkajs';

interface Settings {
  readonly groupId: string;
  readonly autoCommit: boolean;
}

async function listen(settings: Settings): Promise<void> {
  const { autoCommit, ...rest } = settings;
  const consumer = new Kafka({ brokers: ['localhost:9092'] }).consumer(rest);
  await consumer.run({ autoCommit, eachMessage: async ({ message }) => console.info(String(message.key)) });
}

export const listening = listen({ groupId: 'archive', autoCommit: true });