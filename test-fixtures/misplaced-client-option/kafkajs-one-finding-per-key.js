const { Kafka } = require('kafkajs');

const kafka = new Kafka({ clientId: 'labels', brokers: ['localhost:9092'] });
const consumer = kafka.consumer({
  groupId: 'labels',
  autoCommit: true,
//^^^^^^^^^^^^^^^^ misplaced-client-option ignored
  autoCommitInterval: 5000,
//^^^^^^^^^^^^^^^^^^^^^^^^ misplaced-client-option ignored
  autoCommitThreshold: 100,
//^^^^^^^^^^^^^^^^^^^^^^^^ misplaced-client-option ignored
});

module.exports = { consumer };