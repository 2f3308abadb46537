import { Kafka } from 'kafkajs';

const kafka = new Kafka({ clientId: 'drills', brokers: ['localhost:9092'] });
const producer = kafka.producer({ transactionalId: 'drills-0', idempotent: true, maxInFlightRequests: 1 });

await kafka.consumer({ groupId: 'drills' }).run({
  autoCommit: false,
  eachMessage: async ({ topic, partition, message }) => {
    const txn = await producer.transaction();
//                    ^^^^^^^^^^^^^^^^^^^^ transaction-not-settled returns
    try {
      await txn.send({ topic: 'drills.seen', messages: [{ key: message.key, value: message.value }] });
      await txn.sendOffsets({
        consumerGroupId: 'drills',
        topics: [{ topic, partitions: [{ partition, offset: (BigInt(message.offset) + 1n).toString() }] }],
      });
      await txn.abort();
    } catch (error) {
      console.error(error);
    }
  },
});

await kafka.consumer({ groupId: 'drills-in-earnest' }).run({
  autoCommit: false,
  eachMessage: async ({ topic, partition, message }) => {
    const txn = await producer.transaction();
    try {
      await txn.send({ topic: 'drills.seen', messages: [{ key: message.key, value: message.value }] });
      await txn.sendOffsets({
        consumerGroupId: 'drills-in-earnest',
        topics: [{ topic, partitions: [{ partition, offset: (BigInt(message.offset) + 1n).toString() }] }],
      });
      if (message.headers?.['drill'] !== undefined) await txn.abort();
      else await txn.commit();
    } catch (error) {
//    ^^^^^^^^^^^^^ swallowed-failure abortedAndCaught
      if (txn.isActive()) await txn.abort();
      console.error(error);
    }
  },
});
