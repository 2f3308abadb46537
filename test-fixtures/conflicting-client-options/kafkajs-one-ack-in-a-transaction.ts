import { Kafka } from 'kafkajs';

const producer = new Kafka({ brokers: ['localhost:9092'] }).producer({ transactionalId: 'payouts-0' });

export async function payOut(merchant: string): Promise<void> {
  const transaction = await producer.transaction();
  try {
    await transaction.send({ topic: 'payouts', acks: 1, messages: [{ key: merchant, value: 'x' }] });
//                                             ^^^^^^^ conflicting-client-options throws
    await transaction.commit();
  } catch (error) {
    if (transaction.isActive()) await transaction.abort();
    throw error;
  }
}