const { Kafka } = require('kafkajs');

const kafka = new Kafka({ clientId: 'tides', brokers: ['localhost:9092'] });
const producer = kafka.producer({ transactionalId: 'tides-0' });

async function start() {
  const consumer = kafka.consumer({ groupId: 'tides' });
  await consumer.subscribe({ topic: 'tides' });
  await consumer.run({
    autoCommit: true,
//  ^^^^^^^^^^^^^^^^ offsets-outside-transaction autoCommitOn
    eachMessage: async ({ topic, partition, message }) => {
      const txn = await producer.transaction();
      try {
        await txn.send({ topic: 'tides.forecast', messages: [{ key: message.key, value: message.value }] });
        await txn.sendOffsets({
          consumerGroupId: 'tides',
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

module.exports = { start };
