const Kafka = require('node-rdkafka');

const producer = new Kafka.Producer({ 'metadata.broker.list': 'localhost:9092', 'transactional.id': 'gauge-0' });
const consumer = new Kafka.KafkaConsumer(
  { 'group.id': 'gauge', 'metadata.broker.list': 'localhost:9092', 'enable.auto.commit': false },
  {},
);

consumer.on('ready', () => {
  consumer.subscribe(['gauge.raw']);
  consumer.consume();
});

consumer.on('data', (message) => {
  producer.beginTransaction((beginError) => {
    if (beginError) throw beginError;
    producer.produce('gauge.scaled', null, message.value, message.key);
    producer.commitTransaction(30000, (commitError) => {
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^ offsets-outside-transaction offsetsMissing
      if (commitError) process.exit(1);
    });
  });
});

producer.connect({}, () => producer.initTransactions(30000, () => consumer.connect()));
