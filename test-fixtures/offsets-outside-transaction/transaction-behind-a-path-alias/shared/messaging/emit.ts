import type { Producer, ProducerRecord } from 'kafkajs';

export async function emit(producer: Producer, records: readonly ProducerRecord[]): Promise<void> {
  const txn = await producer.transaction();
  try {
    for (const record of records) await txn.send(record);
    await txn.commit();
//        ^^^^^^^^^^ offsets-outside-transaction offsetsMissing
  } catch (error) {
    if (txn.isActive()) await txn.abort();
    throw error;
  }
}
