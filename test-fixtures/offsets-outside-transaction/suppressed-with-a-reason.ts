import { Kafka } from 'kafkajs';

const kafka = new Kafka({ clientId: 'group', brokers: ['localhost:9092'] });
const producer = kafka.producer({ transactionalId: 'group-0' });

export async function start(): Promise<void> {
  const consumer = kafka.consumer({ groupId: 'group' });
  await consumer.subscribe({ topics: ['group'] });
  await consumer.run({
    eachMessage: async ({ message }) => {
      const txn = await producer.transaction();
      try {
        await txn.send({ topic: 'group.a', messages: [{ key: message.key, value: message.value }] });
        await txn.send({ topic: 'group.b', messages: [{ key: message.key, value: message.value }] });
        // kafka-eos-disable-next-line offsets-outside-transaction -- only keeps the two topics in step; repeats are fine
        await txn.commit();
      } catch (error) {
        if (txn.isActive()) await txn.abort();
        throw error;
      }
    },
  });
}
