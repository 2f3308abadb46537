import type { Producer, Transaction } from 'kafkajs';

export async function withTransaction(producer: Producer, work: (txn: Transaction) => Promise<void>): Promise<void> {
  const txn = await producer.transaction();
  try {
    await work(txn);
    await txn.commit();
//        ^^^^^^^^^^ offsets-outside-transaction offsetsMissing
  } catch (error) {
    if (txn.isActive()) await txn.abort();
    throw error;
  }
}
