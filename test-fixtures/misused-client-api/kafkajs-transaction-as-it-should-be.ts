import { Kafka } from 'kafkajs';

const producer = new Kafka({ brokers: ['localhost:9092'] }).producer({ transactionalId: 'tariffs-0' });

export async function load(key: string): Promise<void> {
  const transaction = await producer.transaction();
  try {
    await transaction.send({ topic: 'tariffs', messages: [{ key, value: 'x' }] });
    await transaction.commit();
  } catch (error) {
    if (transaction.isActive()) await transaction.abort();
    throw error;
  }
}