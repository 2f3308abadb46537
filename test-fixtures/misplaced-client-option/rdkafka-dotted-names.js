const { KafkaConsumer, Producer } = require('node-rdkafka');

exports.producer = new Producer(
  { 'metadata.broker.list': 'localhost:9092', 'enable.idempotence': true, 'linger.ms': 5 },
  { acks: -1, 'message.timeout.ms': 30000 },
);
exports.consumer = new KafkaConsumer(
  { 'group.id': 'prices', 'enable.auto.commit': true, 'auto.commit.interval.ms': 1000, 'isolation.level': 'read_committed' },
  { 'auto.offset.reset': 'earliest' },
);