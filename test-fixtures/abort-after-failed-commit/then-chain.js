const { Kafka } = require('kafkajs');

const kafka = new Kafka({ clientId: 'w', brokers: ['localhost:9092'] });
const producer = kafka.producer({ transactionalId: process.env.TXN_ID ?? 'w-0' });

exports.publish = async (rows) => {
  return producer.transaction().then((txn) =>
    txn.send({ topic: 'out', messages: [{ value: rows[0] }] })
      .then(() => txn.commit())
      .catch(async (error) => {
        await txn.abort();
//            ^^^^^^^^^ abort-after-failed-commit unguarded
        throw error;
      }),
  );
};
