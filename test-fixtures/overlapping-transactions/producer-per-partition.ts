import { Kafka } from 'kafkajs';
import type { Producer } from 'kafkajs';
const kafka = new Kafka({ clientId: 'w', brokers: ['localhost:9092'] });
const consumer = kafka.consumer({ groupId: 'g' });
const open = new Map<string, Producer>();
async function forPartition(topic: string, partition: number): Promise<Producer> {
  const id = `w.${topic}.${partition}`;
  const known = open.get(id);
  if (known !== undefined) return known;
  const made = kafka.producer({ transactionalId: id });
  await made.connect();
  open.set(id, made);
  return made;
}
export async function start(): Promise<void> {
  await consumer.subscribe({ topics: ['in'] });
  await consumer.run({
    autoCommit: false,
    partitionsConsumedConcurrently: 4,
    eachMessage: async ({ topic, partition, message }) => {
      const own = await forPartition(topic, partition);
      const txn = await own.transaction();
      try {
        await txn.send({ topic: 'out', messages: [{ key: message.key, value: message.value }] });
        await txn.sendOffsets({ consumerGroupId: 'g', topics: [{ topic, partitions: [{ partition, offset: (BigInt(message.offset) + 1n).toString() }] }] });
        await txn.commit();
      } catch (error) {
        if (txn.isActive()) await txn.abort();
        throw error;
      }
    },
  });
}
