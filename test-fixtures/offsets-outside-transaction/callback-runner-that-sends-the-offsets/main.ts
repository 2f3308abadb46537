import { Kafka } from 'kafkajs';
import { runInTransaction } from './run-in-transaction';

const kafka = new Kafka({ clientId: 'nets', brokers: ['localhost:9092'] });
const producer = kafka.producer({ transactionalId: 'nets-0' });

export async function start(): Promise<void> {
  const consumer = kafka.consumer({ groupId: 'nets' });
  await consumer.subscribe({ topics: ['nets'] });
  await consumer.run({
    autoCommit: false,
    eachMessage: (payload) =>
      runInTransaction(producer, 'nets', payload, async (send) => {
        await send({ topic: 'nets.hauled', messages: [{ key: payload.message.key, value: payload.message.value }] });
      }),
  });
}
