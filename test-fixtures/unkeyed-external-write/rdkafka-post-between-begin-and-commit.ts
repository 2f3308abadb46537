import { KafkaConsumer, Producer, type Message } from 'node-rdkafka';

const producer = new Producer({ 'transactional.id': 'leads-0' });
const consumer = new KafkaConsumer({ 'group.id': 'leads', 'enable.auto.commit': false }, {});

const settled = (call: (done: (error: unknown) => void) => void): Promise<void> =>
  new Promise((resolve, reject) => call((error) => (error ? reject(error) : resolve())));

async function onLead(message: Message): Promise<void> {
  const next = [{ topic: message.topic, partition: message.partition, offset: message.offset + 1 }];
  await settled((done) => producer.beginTransaction(done));
  try {
    producer.produce('leads.scored', null, message.value, message.key);
    await fetch('https://crm.example.org/leads', { method: 'POST', body: String(message.value) });
//        ^^^^^ unkeyed-external-write inTransaction
    await settled((done) => producer.sendOffsetsToTransaction(next, consumer, done));
    await settled((done) => producer.commitTransaction(done));
  } catch (error) {
    await settled((done) => producer.abortTransaction(done));
    throw error;
  }
}

consumer.on('data', (message) => void onLead(message));
