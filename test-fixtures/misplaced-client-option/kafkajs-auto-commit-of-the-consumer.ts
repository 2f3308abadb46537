import { Kafka } from 'kafkajs';

const kafka = new Kafka({ clientId: 'labels', brokers: ['localhost:9092'] });
const consumer = kafka.consumer({ groupId: 'labels', autoCommit: false, sessionTimeout: 30_000 });
//                                                   ^^^^^^^^^^^^^^^^^ misplaced-client-option ignored

export async function start(): Promise<void> {
  await consumer.subscribe({ topics: ['parcels'] });
  await consumer.run({ eachMessage: async ({ message }) => console.info(String(message.key)) });
}