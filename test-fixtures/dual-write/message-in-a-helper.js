// preset: strict
const { Kafka } = require('kafkajs');
const { Pool } = require('pg');

const pool = new Pool();
const kafka = new Kafka({ clientId: 'boats', brokers: ['localhost:9092'] });
const producer = kafka.producer({ idempotent: true, maxInFlightRequests: 1 });

async function tell(id, port) {
  await producer.send({ topic: 'boats.added', messages: [{ key: id, value: port }] });
//      ^^^^^^^^^^^^^ dual-write beside
}

async function add(id, port) {
  await pool.query('INSERT INTO boats (id, port) VALUES ($1, $2)', [id, port]);
  await tell(id, port);
}

module.exports = { add };
