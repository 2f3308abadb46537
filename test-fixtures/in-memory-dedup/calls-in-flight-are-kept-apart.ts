import { Kafka } from 'kafkajs';

const kafka = new Kafka({ clientId: 'flight', brokers: ['localhost:9092'] });
const producer = kafka.producer();
const running = new Set<string>();

export async function start(): Promise<void> {
  const consumer = kafka.consumer({ groupId: 'flight' });
  await consumer.subscribe({ topics: ['flight'] });
  await consumer.run({
    partitionsConsumedConcurrently: 4,
    eachMessage: async ({ message }) => {
      const id = String(message.key);
      if (running.has(id)) throw new Error(`${id} is being worked on`);
      running.add(id);
      try {
        await producer.send({ topic: 'flight.done', messages: [{ key: id, value: message.value }] });
      } finally {
        running.delete(id);
      }
    },
  });
}
