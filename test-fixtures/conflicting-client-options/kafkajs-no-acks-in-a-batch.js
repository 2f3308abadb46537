const { Kafka } = require('kafkajs');

const producer = new Kafka({ brokers: ['localhost:9092'] }).producer({ idempotent: true });

exports.flush = async (topicMessages) => {
  await producer.sendBatch({
    topicMessages,
    acks: 0,
//  ^^^^^^^ conflicting-client-options throws
  });
};