import type { Producer, Transaction } from 'kafkajs';

export async function inTransaction(producer: Producer, work: (txn: Transaction) => Promise<void>): Promise<void> {
  const txn = await producer.transaction();
  try {
    await work(txn);
    await txn.commit();
  } catch (error) {
    if (txn.isActive()) await txn.abort();
    throw error;
  }
}
