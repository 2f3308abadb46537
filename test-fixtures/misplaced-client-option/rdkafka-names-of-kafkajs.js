const Kafka = require('node-rdkafka');

const producer = new Kafka.Producer({ 'metadata.broker.list': 'localhost:9092', idempotent: true });
//                                                                              ^^^^^^^^^^^^^^^^ misplaced-client-option throws
const consumer = new Kafka.KafkaConsumer({
  'group.id': 'prices',
  'metadata.broker.list': 'localhost:9092',
  autoCommit: false,
//^^^^^^^^^^^^^^^^^ misplaced-client-option throws
}, {});

module.exports = { producer, consumer };