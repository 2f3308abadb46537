const { Kafka } = require('kafkajs');

const producer = new Kafka({ brokers: ['localhost:9092'] }).producer({ transactionalId: 'w-0' });
//                                                                     ^^^^^^^^^^^^^^^^^^^^^^ idle-transactional-id idle

exports.publish = (value) => producer.send({ topic: 'out', messages: [{ value }] });
