// preset: strict
const { KafkaConsumer, HighLevelProducer } = require('node-rdkafka');

const producer = new HighLevelProducer({ 'metadata.broker.list': 'localhost:9092' });
//                   ^^^^^^^^^^^^^^^^^ non-idempotent-producer plain
const consumer = new KafkaConsumer({ 'group.id': 'a', 'enable.auto.commit': false }, {});

consumer.on('data', (message) => {
  producer.produce('b', null, message.value, null, Date.now(), (error) => {
    if (!error) consumer.commitMessage(message);
  });
});