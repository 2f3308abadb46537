const { Kafka } = require('kafkajs');

const kafka = new Kafka({
  brokers: ['localhost:9092'],
  'enable.idempotence': true,
//^^^^^^^^^^^^^^^^^^^^^^^^^^ misplaced-client-option ignored
});
const consumer = kafka.consumer({
  groupId: 'prices',
  isolationLevel: 'read_committed',
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ misplaced-client-option ignored
  'max.poll.records': 100,
//^^^^^^^^^^^^^^^^^^^^^^^ misplaced-client-option ignored
});
const producer = kafka.producer({ enableIdempotence: true });
//                                ^^^^^^^^^^^^^^^^^^^^^^^ misplaced-client-option ignored

module.exports = { consumer, producer };