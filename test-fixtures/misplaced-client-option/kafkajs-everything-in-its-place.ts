import { Kafka } from 'kafkajs';

const kafka = new Kafka({ brokers: ['localhost:9092'], retry: { retries: 8 } });
const producer = kafka.producer({ idempotent: true, transactionTimeout: 30_000, maxInFlightRequests: 1 });
const consumer = kafka.consumer({ groupId: 'eta', readUncommitted: false, allowAutoTopicCreation: false });

export async function start(): Promise<void> {
  await consumer.subscribe({ topics: ['moved'], fromBeginning: true });
  await consumer.run({
    autoCommit: true,
    autoCommitInterval: 5000,
    eachMessage: async ({ message }) => {
      await producer.send({ topic: 'eta', acks: -1, messages: [{ key: message.key, value: message.value }] });
    },
  });
}