import { Kafka } from 'kafkajs';

const kafka = new Kafka({ clientId: 'dry', brokers: ['localhost:9092'] });
const producer = kafka.producer({ transactionalId: 'dry-0' });

export async function start(): Promise<void> {
  const consumer = kafka.consumer({ groupId: 'dry' });
  await consumer.subscribe({ topics: ['dry'] });
  await consumer.run({
    eachMessage: async ({ message }) => {
      const txn = await producer.transaction();
      try {
        await txn.send({ topic: 'dry.checked', messages: [{ key: message.key, value: message.value }] });
      } finally {
        await txn.abort();
      }
    },
  });
}
