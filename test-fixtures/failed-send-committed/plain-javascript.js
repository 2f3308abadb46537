const { Kafka } = require('kafkajs');

const kafka = new Kafka({ clientId: 'w', brokers: ['localhost:9092'] });
const producer = kafka.producer({ transactionalId: process.env.TXN_ID ?? 'w-0' });
const consumer = kafka.consumer({ groupId: 'g' });

exports.start = async () => {
  await consumer.subscribe({ topics: ['in'] });
  await consumer.run({
    autoCommit: false,
    eachMessage: async ({ topic, partition, message }) => {
      const txn = await producer.transaction();
      try {
        await txn.send({ topic: 'out', messages: [{ key: message.key, value: message.value }] });
        try {
          await txn.send({ topic: 'history', messages: [{ value: message.value }] });
        } catch (error) {
//        ^^^^^^^^^^^^^ failed-send-committed caught
          console.warn(error);
        }
        await txn.sendOffsets({ consumerGroupId: 'g', topics: [{ topic, partitions: [{ partition, offset: (BigInt(message.offset) + 1n).toString() }] }] });
        await txn.commit();
      } catch (error) {
        if (txn.isActive()) await txn.abort();
        throw error;
      }
    },
  });
};
