import { Kafka } from 'kafkajs';

const kafka = new Kafka({ clientId: 'vat', brokers: ['localhost:9092'] });
const producer = kafka.producer({ transactionalId: 'vat-0' });

export async function start(): Promise<void> {
  const consumer = kafka.consumer({ groupId: 'vat' });
  await consumer.subscribe({ topics: ['bills'] });
  await consumer.run({
    eachMessage: async ({ message }) => {
      const txn = await producer.transaction();
      try {
        await txn.send({ topic: 'bills.taxed', messages: [{ key: message.key, value: message.value }] });
        await txn.commit();
//            ^^^^^^^^^^ offsets-outside-transaction offsetsMissing
      } catch (error) {
        if (txn.isActive()) await txn.abort();
        throw error;
      }
    },
  });
}
