import { Kafka } from 'kafkajs';

const consumer = new Kafka({ brokers: ['localhost:9092'] }).consumer({ groupId: 'mails' });

export async function start(): Promise<void> {
  const subscription = { topics: ['mails'], fromBeginning: true, autoCommit: false };
//                                                               ^^^^^^^^^^^^^^^^^ misplaced-client-option ignored
  await consumer.subscribe(subscription);
  await consumer.run({ eachMessage: async ({ message }) => console.info(String(message.key)) });
}