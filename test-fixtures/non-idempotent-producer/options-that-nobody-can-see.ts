// preset: strict
import type { Kafka, ProducerConfig } from 'kafkajs';

export async function start(kafka: Kafka, options: ProducerConfig): Promise<void> {
  const producer = kafka.producer(options);
  await kafka.consumer({ groupId: 'a' }).run({
    eachMessage: async ({ message }) => {
      await producer.send({ topic: 'b', messages: [{ key: message.key, value: message.value }] });
    },
  });
}