import { Kafka } from 'kafkajs';

const kafka = new Kafka({ clientId: 'boats', brokers: ['localhost:9092'] });
const producer = kafka.producer({ transactionalId: 'boats-0', maxInFlightRequests: 1 });
const consumer = kafka.consumer({ groupId: 'boats' });

await consumer.run({
  autoCommit: false,
  eachMessage: async ({ topic, partition, message }) => {
    const transaction = await producer.transaction();
    try {
      await transaction.send({ topic: 'boats.seen', messages: [{ key: message.key, value: message.value }] });
      const offset = (BigInt(message.offset) + 1n).toString();
      await transaction.sendOffsets({ consumerGroupId: 'boats', topics: [{ topic, partitions: [{ partition, offset }] }] });
    } catch (error) {
      await transaction.abort();
      throw error;
    }
    await transaction.commit().catch(() => transaction.commit());
//                                         ^^^^^^^^^^^^^^^^^^ use-after-settle used
  },
});
