import { Kafka, type Transaction } from 'kafkajs';

const kafka = new Kafka({ clientId: 'bids', brokers: ['localhost:9092'] });
const producer = kafka.producer({ transactionalId: process.env.TRANSACTIONAL_ID ?? 'bids-0' });

await kafka.consumer({ groupId: 'bids' }).run({
  autoCommit: false,
  eachMessage: async ({ topic, partition, message }) => {
    let txn: Transaction;
    try {
      txn = await producer.transaction();
    } catch (error) {
//    ^^^^^^^^^^^^^ swallowed-failure caught
      console.error('no transaction', error);
      return;
    }
    try {
      await txn.send({ topic: 'bids.accepted', messages: [{ key: message.key, value: message.value }] });
      const offset = (BigInt(message.offset) + 1n).toString();
      await txn.sendOffsets({ consumerGroupId: 'bids', topics: [{ topic, partitions: [{ partition, offset }] }] });
      await txn.commit();
    } catch (error) {
      if (txn.isActive()) await txn.abort();
      throw error;
    }
  },
});
