import { emit } from '@messaging/emit';
import { Kafka } from 'kafkajs';

const kafka = new Kafka({ clientId: 'alias', brokers: ['localhost:9092'] });
const producer = kafka.producer({ transactionalId: 'alias-0' });

export async function start(): Promise<void> {
  const consumer = kafka.consumer({ groupId: 'alias' });
  await consumer.subscribe({ topics: ['alias'] });
  await consumer.run({
    autoCommit: false,
    eachMessage: async ({ message }) => {
      await emit(producer, [
        { topic: 'alias.a', messages: [{ key: message.key, value: message.value }] },
        { topic: 'alias.b', messages: [{ key: message.key, value: message.value }] },
      ]);
    },
  });
}
