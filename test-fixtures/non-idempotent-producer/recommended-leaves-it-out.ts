import { Kafka } from 'kafkajs';

const kafka = new Kafka({ brokers: ['localhost:9092'] });
const producer = kafka.producer();
const consumer = kafka.consumer({ groupId: 'a' });

export async function start(): Promise<void> {
  await consumer.run({
    eachMessage: async ({ message }) => {
      await producer.send({ topic: 'b', messages: [{ key: message.key, value: message.value }] });
    },
  });
}