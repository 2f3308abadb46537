// preset: strict
import { Kafka } from 'kafkajs';

const kafka = new Kafka({ brokers: ['localhost:9092'] });
const producer = kafka.producer();
//               ^^^^^^^^^^^^^^ non-idempotent-producer plain
const consumer = kafka.consumer({ groupId: 'a' });

async function forward(value: Buffer | null) {
  await producer.send({ topic: 'b', messages: [{ value }] });
}

async function start() {
  await consumer.subscribe({ topics: ['a'] });
  await consumer.run({
    eachMessage: async ({ message }) => {
      await forward(message.value);
    },
  });
}

export { start };