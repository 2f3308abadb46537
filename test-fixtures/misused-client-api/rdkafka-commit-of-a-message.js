const { KafkaConsumer } = require('node-rdkafka');

const consumer = new KafkaConsumer({ 'group.id': 'prices', 'enable.auto.commit': false }, {});

consumer.on('data', (message) => {
  console.info(String(message.value));
  consumer.commit(message);
//^^^^^^^^^^^^^^^ misused-client-api wholeMessage
});