import type { EachMessagePayload, Producer, Transaction } from 'kafkajs';

export async function runInTransaction(
  producer: Producer,
  groupId: string,
  { topic, partition, message }: EachMessagePayload,
  work: (send: Transaction['send']) => Promise<void>,
): Promise<void> {
  const txn = await producer.transaction();
  try {
    await work((record) => txn.send(record));
    const offset = (BigInt(message.offset) + 1n).toString();
    await txn.sendOffsets({ consumerGroupId: groupId, topics: [{ topic, partitions: [{ partition, offset }] }] });
    await txn.commit();
  } catch (error) {
    if (txn.isActive()) await txn.abort();
    throw error;
  }
}
