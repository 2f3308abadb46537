const { Kafka } = require('kafkajs');
const mongoose = require('mongoose');

const kafka = new Kafka({ clientId: 'notices', brokers: ['localhost:9092'] });
const producer = kafka.producer({ idempotent: true });
const Inbox = mongoose.model('Inbox', new mongoose.Schema({ eventId: { type: String, unique: true } }));

/** What was recorded was handled, and needs no dead letter. */
async function note(message) {
  const { eventId } = JSON.parse(message.value.toString());
  if (await Inbox.findOne({ eventId })) return;
  if (Math.random() < 0.3) throw new Error('not noted');
  await Inbox.create({ eventId });
}

async function withRetries(handle, message) {
  for (let attempt = 1; attempt <= 3; attempt += 1) {
    try {
      await handle(message);
      return;
    } catch (error) {
      console.warn('failed', attempt, error);
    }
  }
  await producer.send({ topic: 'notices.dlq', messages: [{ key: message.key, value: message.value }] });
}

kafka.consumer({ groupId: 'notices' }).run({
  eachMessage: async ({ message }) => {
    await withRetries(note, message);
  },
});
