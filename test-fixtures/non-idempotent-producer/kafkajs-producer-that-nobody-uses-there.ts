// preset: strict
import { Kafka } from 'kafkajs';

const kafka = new Kafka({ brokers: ['localhost:9092'] });
const producer = kafka.producer();
const consumer = kafka.consumer({ groupId: 'a' });

async function start() {
  await consumer.subscribe({ topics: ['a'] });
  await consumer.run({
    eachMessage: async ({ message }) => {
      console.info(String(message.value), producer.isIdempotent());
    },
  });
}

export { start };