// preset: strict
const { Kafka } = require('kafkajs');

const kafka = new Kafka({ brokers: ['localhost:9092'] });
const producer = kafka.producer({ idempotent: true, maxInFlightRequests: 1 });
const consumer = kafka.consumer({ groupId: 'a' });

async function start() {
  await consumer.subscribe({ topics: ['a'] });
  await consumer.run({
    eachMessage: async ({ message }) => {
      await producer.send({ topic: 'b', messages: [{ key: message.key, value: message.value }] });
    },
  });
}

module.exports = { start };