const { Producer } = require('node-rdkafka');

module.exports = new Producer(
  {
    'transactional.id': 'quotes-0',
    'enable.idempotence': true,
    'max.in.flight': 5,
    'transaction.timeout.ms': 120000,
  },
  { 'message.timeout.ms': 90000, acks: 'all' },
);