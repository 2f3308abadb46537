import { Producer } from '@platformatic/kafka';

const producer = new Producer({
  clientId: 'tariffs',
  bootstrapBrokers: ['localhost:9092'],
  transactionalId: 'tariffs-0',
  idempotent: false,
//^^^^^^^^^^^^^^^^^ conflicting-client-options throws
});

export async function load(value: Buffer): Promise<void> {
  const transaction = await producer.beginTransaction();
  try {
    await transaction.send({ messages: [{ topic: 'tariffs', value }] });
    await transaction.commit();
  } catch (error) {
    if (!transaction.completed) await transaction.abort();
    throw error;
  }
}