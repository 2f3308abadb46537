import { Producer, type Message } from '@platformatic/kafka';

const producer = new Producer({ clientId: 'a', bootstrapBrokers: [], idempotent: true, transactionalId: 'a-0' });

export async function flush(batch: readonly Message[]): Promise<void> {
  const transaction = await producer.beginTransaction();
  try {
    const pending: Promise<void>[] = [];
    for (const message of batch) pending.push(transaction.addOffset(message));
//                                            ^^^^^^^^^^^^^^^^^^^^^ misused-client-api concurrent
    await Promise.all(pending);
    await transaction.commit();
  } catch (error) {
    if (!transaction.completed) await transaction.abort();
    throw error;
  }
}