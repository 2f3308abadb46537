const Kafka = require('node-rdkafka');

const producer = new Kafka.Producer({ 'metadata.broker.list': 'localhost:9092', 'transactional.id': 'scale-0' });
const consumer = new Kafka.KafkaConsumer(
  { 'group.id': 'scale', 'metadata.broker.list': 'localhost:9092', 'enable.auto.commit': false },
  {},
);

consumer.on('ready', () => {
  consumer.subscribe(['scale.raw']);
  consumer.consume();
});

consumer.on('data', (message) => {
  const next = [{ topic: message.topic, partition: message.partition, offset: message.offset + 1 }];
  producer.beginTransaction((beginError) => {
    if (beginError) throw beginError;
    producer.produce('scale.scaled', null, message.value, message.key);
    producer.sendOffsetsToTransaction(next, consumer, 30000, (offsetsError) => {
      if (offsetsError) return producer.abortTransaction(30000, () => process.exit(1));
      producer.commitTransaction(30000, (commitError) => {
        if (commitError) process.exit(1);
      });
    });
  });
});

producer.connect({}, () => producer.initTransactions(30000, () => consumer.connect()));
