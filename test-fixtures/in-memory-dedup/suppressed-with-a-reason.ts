import { Kafka } from 'kafkajs';

const kafka = new Kafka({ clientId: 'noise', brokers: ['localhost:9092'] });
const producer = kafka.producer();
const seen = new Set<string>();

export async function start(): Promise<void> {
  const consumer = kafka.consumer({ groupId: 'noise' });
  await consumer.subscribe({ topics: ['noise'] });
  await consumer.run({
    eachMessage: async ({ message }) => {
      const id = String(message.key);
      // kafka-eos-disable-next-line in-memory-dedup -- saves work only; readers of the topic tolerate repeats
      if (seen.has(id)) return;
      await producer.send({ topic: 'noise.filtered', messages: [{ key: id, value: message.value }] });
      seen.add(id);
    },
  });
}
