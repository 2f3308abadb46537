const Kafka = require('node-rdkafka');

const stream = Kafka.createReadStream(
  { 'group.id': 'tail', 'metadata.broker.list': 'localhost:9092', 'isolation.level': 'read_uncommitted' },
//                                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ read-uncommitted-consumer optedOut
  { 'auto.offset.reset': 'earliest' },
  { topics: ['events'] },
);

stream.on('data', (message) => {
  console.log(message.value.toString());
  stream.consumer.commitMessage(message);
});
