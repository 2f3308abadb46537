import { KafkaConsumer, type Message } from 'node-rdkafka';

const consumer = new KafkaConsumer({ 'group.id': 'prices', 'enable.auto.commit': false }, {});

function done(message: Message): void {
  consumer.commitSync(message);
//^^^^^^^^^^^^^^^^^^^ misused-client-api wholeMessage
}

consumer.on('data', (message) => {
  console.info(String(message.value));
  done(message);
});