const { Kafka } = require('kafkajs');

const kafka = new Kafka({ clientId: 'kites', brokers: ['localhost:9092'] });
const producer = kafka.producer({ transactionalId: 'kites-0' });

async function onKite({ topic, partition, message }) {
  const { sendBatch, sendOffsets: advance, commit, abort } = await producer.transaction();
  try {
    await sendBatch({ topicMessages: [{ topic: 'kites.up', messages: [{ key: message.key, value: message.value }] }] });
    await advance({
      consumerGroupId: 'kites',
      topics: [{ topic, partitions: [{ partition, offset: (BigInt(message.offset) + 1n).toString() }] }],
    });
    await commit();
  } catch (error) {
    await abort();
//        ^^^^^ abort-after-failed-commit unguarded
    throw error;
  }
}

exports.start = async function start() {
  const consumer = kafka.consumer({ groupId: 'kites' });
  await consumer.subscribe({ topic: 'kites' });
  await consumer.run({ autoCommit: false, eachMessage: onKite });
};
