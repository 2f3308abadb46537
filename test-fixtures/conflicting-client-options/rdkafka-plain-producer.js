const { Producer } = require('node-rdkafka');

module.exports = new Producer(
  { 'max.in.flight': 100, retries: 0, 'enable.idempotence': false },
  { acks: 1, 'message.timeout.ms': 300000 },
);