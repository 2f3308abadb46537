const { KafkaConsumer } = require('node-rdkafka');

const consumer = new KafkaConsumer({ 'group.id': 'prices', 'enable.auto.commit': false }, {});

consumer.on('data', (message) => {
  console.info(String(message.value));
  consumer.commitMessage(message);
  const { topic, partition } = message;
  consumer.commit({ topic, partition, offset: message.offset + 1 });
});