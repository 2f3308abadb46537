import { Kafka } from 'kafkajs';

const kafka = new Kafka({ clientId: 'trace', brokers: ['localhost:9092'] });
const producer = kafka.producer();
export const handledOffsets = new Map<number, string>();

export async function start(): Promise<void> {
  const consumer = kafka.consumer({ groupId: 'trace' });
  await consumer.subscribe({ topics: ['spans'] });
  await consumer.run({
    eachMessage: async ({ partition, message }) => {
      await producer.send({ topic: 'spans.stored', messages: [{ key: message.key, value: message.value }] });
      handledOffsets.set(partition, message.offset);
    },
  });
}
