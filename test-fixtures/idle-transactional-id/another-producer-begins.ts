import { Kafka } from 'kafkajs';

const kafka = new Kafka({ brokers: ['localhost:9092'] });
const other = kafka.producer({ transactionalId: 'w-1' });
export async function both(value: string): Promise<void> {
  const txn = await other.transaction();
  try {
    await txn.send({ topic: 'a', messages: [{ value }] });
    await txn.commit();
  } catch (error) {
    if (txn.isActive()) await txn.abort();
    throw error;
  }
}
const producer = kafka.producer({
  transactionalId: 'w-0',
//^^^^^^^^^^^^^^^^^^^^^^ idle-transactional-id idle
});

export async function publish(value: string): Promise<void> {
  await producer.send({ topic: 'out', messages: [{ value }] });
}
