const { Kafka } = require('kafkajs');

const kafka = new Kafka({ brokers: ['localhost:9092'] });

exports.consumer = kafka.consumer({ groupId: 'eos', isolation: 'read_committed' });
//                                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^ misplaced-client-option ignored
exports.producer = kafka.producer({ transactional: true, transactionalId: 'eos-0' });
//                                                       ^^^^^^^^^^^^^^^^^^^^^^^^ idle-transactional-id idle
//                                  ^^^^^^^^^^^^^^^^^^^ misplaced-client-option ignored