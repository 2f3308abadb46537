import { Producer, type Message } from '@platformatic/kafka';

const producer = new Producer({ clientId: 'a', bootstrapBrokers: [], idempotent: true, transactionalId: 'a-0' });

export async function flush(batch: readonly Message[]): Promise<void> {
  const transaction = await producer.beginTransaction();
  try {
    await batch.reduce((before, message) => before.then(() => transaction.addOffset(message)), Promise.resolve());
    await batch.reduce(async (before, message) => {
      await before;
      await transaction.addOffset(message);
    }, Promise.resolve());
    await transaction.commit();
  } catch (error) {
    if (!transaction.completed) await transaction.abort();
    throw error;
  }
}