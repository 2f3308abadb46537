const { Kafka } = require('kafkajs');

const kafka = new Kafka({ clientId: 'w', brokers: ['localhost:9092'] });
const producer = kafka.producer({ transactionalId: process.env.TXN_ID ?? 'w-0' });

exports.publish = async (rows) => {
  rows.forEach(async (row) => {
    const txn = await producer.transaction();
//                    ^^^^^^^^^^^^^^^^^^^^ overlapping-transactions elements
    try {
      await txn.send({ topic: 'out', messages: [{ value: row }] });
      await txn.commit();
    } catch (error) {
      if (txn.isActive()) await txn.abort();
      throw error;
    }
  });
};
