import { Kafka } from 'kafkajs';
import type { Producer } from 'kafkajs';
const kafka = new Kafka({ brokers: ['localhost:9092'] });
async function inTransaction(producer: Producer, value: string): Promise<void> {
  const txn = await producer.transaction();
  try {
    await txn.send({ topic: 'out', messages: [{ value }] });
    await txn.commit();
  } catch (error) {
    if (txn.isActive()) await txn.abort();
    throw error;
  }
}
const producer = kafka.producer({
  transactionalId: 'w-0',
});

export async function publish(value: string): Promise<void> {
  await inTransaction(producer, value);
}
