'use strict';

const { Kafka } = require('kafkajs');

class Forwarder {
  constructor(producer) {
    this.producer = producer;
    this.forwarded = new Set();
  }

  async forward(message) {
    const id = message.key.toString();
    if (this.forwarded.has(id)) return;
//      ^^^^^^^^^^^^^^^^^^ in-memory-dedup guard
    await this.producer.send({ topic: 'copies', messages: [{ key: id, value: message.value }] });
    this.forwarded.add(id);
  }
}

async function main() {
  const kafka = new Kafka({ clientId: 'forwarder', brokers: ['localhost:9092'] });
  const forwarder = new Forwarder(kafka.producer());
  const consumer = kafka.consumer({ groupId: 'forwarder' });
  await consumer.subscribe({ topic: 'originals' });
  await consumer.run({ eachMessage: ({ message }) => forwarder.forward(message) });
}

module.exports = { main };
