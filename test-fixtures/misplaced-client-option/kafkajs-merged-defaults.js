const { Kafka } = require('kafkajs');

const defaults = { allowAutoTopicCreation: false, acks: 1 };
//                                                ^^^^^^^ misplaced-client-option ignored
const producer = new Kafka({ brokers: [] }).producer(Object.assign({}, defaults, { idempotent: true }));

module.exports = producer;