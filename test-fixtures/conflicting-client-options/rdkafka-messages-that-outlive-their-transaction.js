const { Producer } = require('node-rdkafka');

exports.byDefault = new Producer({ 'transactional.id': 'quotes-0' }, { 'message.timeout.ms': 120000 });
//                                                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ conflicting-client-options throws
exports.asWritten = new Producer(
  { 'transactional.id': 'quotes-1', 'transaction.timeout.ms': 10000 },
  { 'message.timeout.ms': 30000 },
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^ conflicting-client-options throws
);