import { Kafka } from 'kafkajs';

const kafka = new Kafka({ clientId: 'w', brokers: ['localhost:9092'] });
const producer = kafka.producer({ transactionalId: process.env.TXN_ID ?? 'w-0' });
const consumer = kafka.consumer({ groupId: 'g' });

export async function start(): Promise<void> {
  await consumer.subscribe({ topics: ['in'] });
  await consumer.run({
    autoCommit: false,
    eachMessage: async ({ topic, partition, message }) => {
      const txn = await producer.transaction();
      let open = true;
      try {
        await txn.send({ topic: 'out', messages: [{ key: message.key, value: message.value }] });
        await txn.sendOffsets({ consumerGroupId: 'g', topics: [{ topic, partitions: [{ partition, offset: (BigInt(message.offset) + 1n).toString() }] }] });
        await txn.commit();
        open = false;
      } finally {
        if (open) await txn.abort();
//                      ^^^^^^^^^ abort-after-failed-commit unguarded
      }
    },
  });
}
