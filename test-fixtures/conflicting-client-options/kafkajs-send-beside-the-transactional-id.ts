import { Kafka } from 'kafkajs';

const producer = new Kafka({ brokers: ['localhost:9092'] }).producer({ transactionalId: 'payouts-0' });

export async function payOut(merchant: string): Promise<void> {
  const transaction = await producer.transaction();
  try {
    await transaction.send({ topic: 'payouts', messages: [{ key: merchant, value: 'x' }] });
    await transaction.commit();
  } catch (error) {
    if (transaction.isActive()) await transaction.abort();
    throw error;
  }
  await producer.send({ topic: 'traces', acks: 1, messages: [{ key: merchant, value: 'x' }] });
}