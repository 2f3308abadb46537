import { KafkaConsumer } from 'node-rdkafka';

const consumer = new KafkaConsumer(
  { 'group.id': 'panel', 'metadata.broker.list': 'localhost:9092', 'isolation.level': 'read_committed' },
  {},
);

consumer.on('ready', () => {
  consumer.subscribe(['panel.updates']);
  consumer.consume();
});
consumer.on('data', (message) => console.info(message.offset));
consumer.connect();
