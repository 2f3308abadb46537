import { KafkaConsumer, Producer, type Message } from 'node-rdkafka';
import { randomUUID } from 'node:crypto';

const producer = new Producer({ 'transactional.id': `lots-${randomUUID()}` });
//                                                  ^^^^^^^^^^^^^^^^^^^^^^ unstable-transactional-id unstable
const consumer = new KafkaConsumer({ 'group.id': 'lots', 'enable.auto.commit': false }, {});

const settled = (call: (done: (error: unknown) => void) => void): Promise<void> =>
  new Promise((resolve, reject) => call((error) => (error ? reject(error) : resolve())));

async function onMessage(message: Message): Promise<void> {
  const next = [{ topic: message.topic, partition: message.partition, offset: message.offset + 1 }];
  await settled((done) => producer.beginTransaction(done));
  try {
    producer.produce('out', null, message.value, message.key);
    await settled((done) => producer.sendOffsetsToTransaction(next, consumer, done));
    await settled((done) => producer.commitTransaction(done));
  } catch (error) {
    await settled((done) => producer.abortTransaction(done));
    throw error;
  }
}

consumer.on('data', (message) => void onMessage(message));
