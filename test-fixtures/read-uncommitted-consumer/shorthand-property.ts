import { Kafka } from 'kafkajs';

const readUncommitted = true;
const kafka = new Kafka({ clientId: 'lamps', brokers: ['localhost:9092'] });

export async function start(): Promise<void> {
  const consumer = kafka.consumer({ groupId: 'lamps', readUncommitted });
//                                                    ^^^^^^^^^^^^^^^ read-uncommitted-consumer optedOut
  await consumer.subscribe({ topics: ['lamps'] });
  await consumer.run({ eachMessage: async ({ message }) => console.info(String(message.value)) });
}
