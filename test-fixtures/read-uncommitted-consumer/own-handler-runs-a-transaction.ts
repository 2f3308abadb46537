import { Kafka } from 'kafkajs';

const kafka = new Kafka({ clientId: 'relay', brokers: ['localhost:9092'] });
const producer = kafka.producer({ transactionalId: 'relay-0' });

export async function start(): Promise<void> {
  const consumer = kafka.consumer({ readUncommitted: true, groupId: 'relay' });
//                                  ^^^^^^^^^^^^^^^^^^^^^ read-uncommitted-consumer besideTransactions
  await consumer.subscribe({ topics: ['inbound'] });
  await consumer.run({
    autoCommit: false,
    eachMessage: async ({ topic, partition, message }) => {
      const txn = await producer.transaction();
      try {
        await txn.send({ topic: 'outbound', messages: [{ key: message.key, value: message.value }] });
        await txn.sendOffsets({
          consumerGroupId: 'relay',
          topics: [{ topic, partitions: [{ partition, offset: (BigInt(message.offset) + 1n).toString() }] }],
        });
        await txn.commit();
      } catch (error) {
        if (txn.isActive()) await txn.abort();
        throw error;
      }
    },
  });
}
