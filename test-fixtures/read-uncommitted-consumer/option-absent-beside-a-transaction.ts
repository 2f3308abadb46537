// preset: strict
import { Kafka } from 'kafkajs';

const kafka = new Kafka({ clientId: 'beside', brokers: ['localhost:9092'] });

export async function publish(id: string): Promise<void> {
  const txn = await kafka.producer({ transactionalId: process.env.TX_ID ?? 'beside-0' }).transaction();
  try {
    await txn.send({ topic: 'beside', messages: [{ key: id, value: id }] });
    await txn.commit();
  } catch (error) {
    if (txn.isActive()) await txn.abort();
    throw error;
  }
}

export async function start(): Promise<void> {
  const consumer = kafka.consumer({ groupId: 'beside', sessionTimeout: 30_000 });
  await consumer.subscribe({ topics: ['beside'] });
  await consumer.run({ eachMessage: async ({ message }) => console.info(String(message.value)) });
}
