const { Kafka } = require('kafkajs');

const kafka = new Kafka({ clientId: 'w', brokers: ['localhost:9092'] });
const producer = kafka.producer({ transactionalId: process.env.TXN_ID ?? 'w-0' });

exports.publish = async (rows) => {
  const txn = await producer.transaction();
//                  ^^^^^^^^^^^^^^^^^^^^ transaction-not-settled throws
  for (const row of rows) await txn.send({ topic: 'out', messages: [{ value: row }] });
  await txn.commit();
};
