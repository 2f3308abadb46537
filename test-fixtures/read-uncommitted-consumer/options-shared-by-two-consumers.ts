import { Kafka } from 'kafkajs';

const shared = {
  readUncommitted: true,
//^^^^^^^^^^^^^^^^^^^^^ read-uncommitted-consumer optedOut
  sessionTimeout: 20_000,
};
const kafka = new Kafka({ clientId: 'twins', brokers: ['localhost:9092'] });

export async function start(): Promise<void> {
  const left = kafka.consumer({ groupId: 'left', ...shared });
  const right = kafka.consumer({ groupId: 'right', ...shared });
  await left.subscribe({ topics: ['left'] });
  await right.subscribe({ topics: ['right'] });
  await left.run({ eachMessage: async ({ message }) => console.info(String(message.value)) });
  await right.run({ eachMessage: async ({ message }) => console.info(String(message.value)) });
}
