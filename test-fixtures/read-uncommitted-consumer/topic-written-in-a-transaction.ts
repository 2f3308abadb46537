import { Kafka } from 'kafkajs';

const kafka = new Kafka({ clientId: 'stock', brokers: ['localhost:9092'] });
const producer = kafka.producer({ transactionalId: 'stock-0' });

export async function reserve(sku: string): Promise<void> {
  const txn = await producer.transaction();
  try {
    await txn.send({ topic: 'stock.reserved', messages: [{ key: sku, value: sku }] });
    await txn.send({ topic: 'stock.audit', messages: [{ key: sku, value: sku }] });
    await txn.commit();
  } catch (error) {
    if (txn.isActive()) await txn.abort();
    throw error;
  }
}

export async function watch(): Promise<void> {
  const consumer = kafka.consumer({
    groupId: 'stock-watch',
    readUncommitted: true,
//  ^^^^^^^^^^^^^^^^^^^^^ read-uncommitted-consumer besideTransactions
  });
  await consumer.subscribe({ topics: ['stock.reserved'] });
  await consumer.run({ eachMessage: async ({ message }) => console.info('reserved', String(message.key)) });
}
