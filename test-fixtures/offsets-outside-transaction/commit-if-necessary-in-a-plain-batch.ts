import { Kafka } from 'kafkajs';

const kafka = new Kafka({ clientId: 'pins', brokers: ['localhost:9092'] });
const producer = kafka.producer();

export async function start(): Promise<void> {
  const consumer = kafka.consumer({ groupId: 'pins' });
  await consumer.subscribe({ topics: ['pins'] });
  await consumer.run({
    eachBatch: async ({ batch, resolveOffset, commitOffsetsIfNecessary }) => {
      for (const message of batch.messages) {
        await producer.send({ topic: 'pins.set', messages: [{ key: message.key, value: message.value }] });
        resolveOffset(message.offset);
        await commitOffsetsIfNecessary();
      }
    },
  });
}
