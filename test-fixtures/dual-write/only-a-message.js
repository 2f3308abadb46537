// preset: strict
const { Kafka } = require('kafkajs');
const { Pool } = require('pg');

const pool = new Pool();
const kafka = new Kafka({ clientId: 'boats', brokers: ['localhost:9092'] });
const producer = kafka.producer({ idempotent: true, maxInFlightRequests: 1 });

async function add(id, port) {
  await producer.send({ topic: 'boats.added', messages: [{ key: id, value: port }] });
}

module.exports = { add };
