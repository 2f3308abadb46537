const { Kafka } = require('kafkajs');

const kafka = new Kafka({ brokers: ['localhost:9092'] });

module.exports = kafka.producer({ idempotent: true, retry: { retries: 0 } });
//                                                           ^^^^^^^^^^ conflicting-client-options throws