'use strict';

const { Kafka } = require('kafkajs');

const kafka = new Kafka({ clientId: 'bells', brokers: ['localhost:9092'] });
const producer = kafka.producer({ transactionalId: 'bells-0' });

function ring({ message }) {
  return producer.transaction().then((txn) =>
    txn
      .send({ topic: 'bells.rung', messages: [{ key: message.key, value: message.value }] })
      .then(() => txn.commit())
//                ^^^^^^^^^^ offsets-outside-transaction offsetsMissing
      .catch((error) => txn.abort().then(() => Promise.reject(error))),
//                      ^^^^^^^^^ abort-after-failed-commit unguarded
  );
}

exports.start = async () => {
  const consumer = kafka.consumer({ groupId: 'bells' });
  await consumer.subscribe({ topic: 'bells' });
  await consumer.run({ autoCommit: false, eachMessage: ring });
};
