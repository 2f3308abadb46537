import { Kafka, type Consumer } from 'kafkajs';

const kafka = new Kafka({ clientId: 'fan', brokers: ['localhost:9092'] });

async function listen(topic: string): Promise<Consumer> {
  const consumer = kafka.consumer({ groupId: `fan-${topic}`, readUncommitted: true });
//                                                           ^^^^^^^^^^^^^^^^^^^^^ read-uncommitted-consumer optedOut
  await consumer.subscribe({ topic });
  await consumer.run({ eachMessage: async ({ message }) => console.info(topic, String(message.key)) });
  return consumer;
}

export async function start(): Promise<void> {
  await Promise.all(['fan.a', 'fan.b', 'fan.c'].map((topic) => listen(topic)));
}
