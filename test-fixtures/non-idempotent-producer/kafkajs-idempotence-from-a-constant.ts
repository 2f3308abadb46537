// preset: strict
import { Kafka } from 'kafkajs';

const settings = { idempotent: true };
const kafka = new Kafka({ brokers: ['localhost:9092'] });
const producer = kafka.producer(settings);
const consumer = kafka.consumer({ groupId: 'a' });

async function start() {
  await consumer.subscribe({ topics: ['a'] });
  await consumer.run({
    eachMessage: async ({ message }) => {
      await producer.send({ topic: 'b', messages: [{ key: message.key, value: message.value }] });
    },
  });
}

export { start };