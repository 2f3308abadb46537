import { Kafka } from 'kafkajs';
import { advance } from './offsets';

const kafka = new Kafka({ clientId: 'keys', brokers: ['localhost:9092'] });
const producer = kafka.producer({ transactionalId: 'keys-0' });

export async function start(): Promise<void> {
  const consumer = kafka.consumer({ groupId: 'keys' });
  await consumer.subscribe({ topics: ['keys'] });
  await consumer.run({
    autoCommit: false,
    eachMessage: async (payload) => {
      const txn = await producer.transaction();
      try {
        await txn.send({ topic: 'keys.cut', messages: [{ key: payload.message.key, value: payload.message.value }] });
        await advance(txn, 'keys', payload);
        await txn.commit();
      } catch (error) {
        if (txn.isActive()) await txn.abort();
        throw error;
      }
    },
  });
}
