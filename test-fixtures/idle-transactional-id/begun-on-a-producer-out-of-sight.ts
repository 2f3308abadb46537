import { Kafka } from 'kafkajs';

const kafka = new Kafka({ brokers: ['localhost:9092'] });
declare const someOther: { producer: import('kafkajs').Producer };
export async function elsewhere(value: string): Promise<void> {
  const txn = await someOther.producer.transaction();
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
  await producer.send({ topic: 'out', messages: [{ value }] });
}
