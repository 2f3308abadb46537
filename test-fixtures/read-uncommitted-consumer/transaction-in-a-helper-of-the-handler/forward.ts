import type { EachMessagePayload, Producer } from 'kafkajs';

export async function forward(producer: Producer, { topic, partition, message }: EachMessagePayload): Promise<void> {
  const txn = await producer.transaction();
  try {
    await txn.send({ topic: 'forwarded', messages: [{ key: message.key, value: message.value }] });
    await txn.sendOffsets({
      consumerGroupId: 'forward',
      topics: [{ topic, partitions: [{ partition, offset: (BigInt(message.offset) + 1n).toString() }] }],
    });
    await txn.commit();
  } catch (error) {
    if (txn.isActive()) await txn.abort();
    throw error;
  }
}
