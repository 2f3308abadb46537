import { KafkaConsumer, Producer, type Message } from 'node-rdkafka';

const producer = new Producer({ 'metadata.broker.list': 'localhost:9092' });
const consumer = new KafkaConsumer({ 'group.id': 'boats', 'enable.auto.commit': false }, {});

consumer.on('data', (message: Message) => {
  producer.produce('boats.seen', null, message.value);
  consumer.commitMessage(message);
});
