const { Kafka } = require('kafkajs');

const kafka = new Kafka({ brokers: ['localhost:9092'] });

exports.consumer = kafka.consumer({ groupId: 'mails', fetchSize: 100, concurrency: 4 });
exports.producer = kafka.producer({ compression: 2, batch: { size: 16384 }, linger: 10 });