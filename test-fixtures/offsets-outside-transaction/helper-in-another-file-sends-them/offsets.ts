import type { EachMessagePayload, Transaction } from 'kafkajs';

export function advance(txn: Transaction, group: string, at: EachMessagePayload): Promise<void> {
  const next = (BigInt(at.message.offset) + 1n).toString();
  return txn.sendOffsets({
    consumerGroupId: group,
    topics: [{ topic: at.topic, partitions: [{ partition: at.partition, offset: next }] }],
  });
}
