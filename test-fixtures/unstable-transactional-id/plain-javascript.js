const { randomUUID } = require('node:crypto');
const { Kafka } = require('kafkajs');

const kafka = new Kafka({ brokers: ['localhost:9092'] });
const producer = kafka.producer({ transactionalId: randomUUID() });
//                                                 ^^^^^^^^^^^^ unstable-transactional-id unstable

exports.publish = async (value) => {
  const txn = await producer.transaction();
  try {
    await txn.send({ topic: 'out', messages: [{ value }] });
    await txn.commit();
  } catch (error) {
    if (txn.isActive()) await txn.abort();
    throw error;
  }
};
