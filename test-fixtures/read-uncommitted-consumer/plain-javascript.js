const { Kafka } = require('kafkajs');

const kafka = new Kafka({ clientId: 'gauges', brokers: ['localhost:9092'] });

async function start() {
  const options = { groupId: 'gauges', readUncommitted: true };
//                                     ^^^^^^^^^^^^^^^^^^^^^ read-uncommitted-consumer optedOut
  const consumer = kafka.consumer(options);
  await consumer.connect();
  await consumer.subscribe({ topic: 'gauges' });
  await consumer.run({ eachMessage: async ({ message }) => console.log(message.value.toString()) });
}

module.exports = { start };
