import { KafkaConsumer, Producer, type LibrdKafkaError, type Message } from 'node-rdkafka';

const producer = new Producer({ 'metadata.broker.list': 'localhost:9092', 'transactional.id': 'lots-0' });
const consumer = new KafkaConsumer(
  { 'group.id': 'lots', 'metadata.broker.list': 'localhost:9092', 'enable.auto.commit': false },
  {},
);

function done(call: (callback: (error: LibrdKafkaError) => void) => void): Promise<void> {
  return new Promise((resolve, reject) => call((error) => (error ? reject(error) : resolve())));
}

function fetchOne(): Promise<Message[]> {
  return new Promise((resolve, reject) => {
    consumer.consume(1, (error, messages) => {
      if (error) reject(error);
      else resolve(messages);
    });
  });
}

export async function run(): Promise<void> {
  consumer.subscribe(['lots.bid']);
  for (;;) {
    const messages = await fetchOne();
    for (const message of messages) {
      await done((callback) => producer.beginTransaction(callback));
      producer.produce('lots.price', null, message.value, message.key);
      await done((callback) => producer.commitTransaction(callback));
      consumer.commitMessageSync(message);
//    ^^^^^^^^^^^^^^^^^^^^^^^^^^ offsets-outside-transaction committedBeside
    }
  }
}
