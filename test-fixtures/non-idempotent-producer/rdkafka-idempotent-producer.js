// preset: strict
const { KafkaConsumer, HighLevelProducer } = require('node-rdkafka');

const producer = new HighLevelProducer({ 'enable.idempotence': true });
const consumer = new KafkaConsumer({ 'group.id': 'a', 'enable.auto.commit': false }, {});

consumer.on('data', (message) => {
  producer.produce('b', null, message.value, null, Date.now(), (error) => {
    if (!error) consumer.commitMessage(message);
  });
});