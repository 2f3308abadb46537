const { Kafka } = require('kafkajs');
const { Pool } = require('pg');

const pool = new Pool();
const kafka = new Kafka({ clientId: 'boats', brokers: ['localhost:9092'] });
const producer = kafka.producer();
const consumer = kafka.consumer({ groupId: 'boats' });

consumer.run({
  eachMessage: async ({ topic, partition, message }) => {
    await producer.send({ topic: 'boats.seen', messages: [{ key: message.key, value: message.value }] });
  },
});
