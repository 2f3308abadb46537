import { Kafka, type EachMessagePayload } from 'kafkajs';

const kafka = new Kafka({ clientId: 'again', brokers: ['localhost:9092'] });
const producer = kafka.producer({ transactionalId: 'again-0' });

async function attempt({ message }: EachMessagePayload): Promise<void> {
  const txn = await producer.transaction();
  try {
    await txn.send({ topic: 'again.done', messages: [{ key: message.key, value: message.value }] });
    await txn.commit();
//        ^^^^^^^^^^ offsets-outside-transaction offsetsMissing
  } catch (error) {
    if (txn.isActive()) await txn.abort();
    throw error;
  }
}

export async function start(): Promise<void> {
  const consumer = kafka.consumer({ groupId: 'again' });
  await consumer.subscribe({ topics: ['again'] });
  await consumer.run({
    autoCommit: false,
    eachMessage: async (payload) => {
      for (let left = 3; left > 0; left -= 1) {
        try {
          await attempt(payload);
          return;
        } catch (error) {
          if (left === 1) throw error;
        }
      }
    },
  });
}
