const { Kafka } = require('kafkajs');

const kafka = new Kafka({ clientId: 'w', brokers: ['localhost:9092'] });
const producer = kafka.producer({ transactionalId: process.env.TXN_ID ?? 'w-0' });

exports.publish = async (rows) => {
  await producer.transaction(async (txn) => {
//      ^^^^^^^^^^^^^^^^^^^^ misused-client-api callback
    await txn.send({ topic: 'out', messages: [{ value: rows[0] }] });
  });
};
