import { Kafka } from 'kafkajs';

const kafka = new Kafka({ brokers: ['localhost:9092'] });

const producer = kafka.producer({
  transactionalId: 'w-0',
});

export async function publish(value: string): Promise<void> {
  const txn = await producer.transaction();
  try {
    await txn.send({ topic: 'out', messages: [{ value }] });
    await txn.commit();
  } catch (error) {
    if (txn.isActive()) await txn.abort();
    throw error;
  }
}
