import { Kafka } from 'kafkajs';

const kafka = new Kafka({ clientId: 'fares', brokers: ['localhost:9092'] });
const producer = kafka.producer({ transactionalId: 'fares-0' });

export async function start(): Promise<void> {
  const consumer = kafka.consumer({ groupId: 'fares' });
  await consumer.subscribe({ topics: ['fares'] });
  await consumer.run({
    autoCommit: false,
    eachMessage: async ({ message }) => {
      const { send, commit, abort } = await producer.transaction();
      try {
        await send({ topic: 'fares.priced', messages: [{ key: message.key, value: message.value }] });
        await commit();
//            ^^^^^^ offsets-outside-transaction offsetsMissing
      } catch (error) {
        await abort();
//            ^^^^^ abort-after-failed-commit unguarded
        throw error;
      }
    },
  });
}
