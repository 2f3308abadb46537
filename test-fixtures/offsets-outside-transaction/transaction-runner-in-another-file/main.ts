import { Kafka } from 'kafkajs';
import { withTransaction } from './with-transaction';

const kafka = new Kafka({ clientId: 'seeds', brokers: ['localhost:9092'] });
const producer = kafka.producer({ transactionalId: 'seeds-0' });

export async function start(): Promise<void> {
  const consumer = kafka.consumer({ groupId: 'seeds' });
  await consumer.subscribe({ topics: ['seeds'] });
  await consumer.run({
    autoCommit: false,
    eachMessage: async ({ message }) => {
      await withTransaction(producer, async (txn) => {
        await txn.send({ topic: 'seeds.sown', messages: [{ key: message.key, value: message.value }] });
      });
    },
  });
}
