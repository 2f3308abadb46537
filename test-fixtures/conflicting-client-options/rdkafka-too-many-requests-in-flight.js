const { Producer } = require('node-rdkafka');

exports.first = new Producer({ 'enable.idempotence': true, 'max.in.flight': 10 });
//                                                         ^^^^^^^^^^^^^^^^^^^ conflicting-client-options throws
exports.second = new Producer({
  'transactional.id': 'quotes-0',
  'max.in.flight.requests.per.connection': 6,
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ conflicting-client-options throws
});