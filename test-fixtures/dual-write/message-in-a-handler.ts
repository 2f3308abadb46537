// preset: strict
import { Kafka } from 'kafkajs';
import { Pool } from 'pg';

const pool = new Pool();
const kafka = new Kafka({ clientId: 'boats', brokers: ['localhost:9092'] });
const producer = kafka.producer({ idempotent: true, maxInFlightRequests: 1 });

const consumer = kafka.consumer({ groupId: 'boats' });
await consumer.run({
  eachMessage: async ({ message }) => {
    await pool.query('UPDATE boats SET port = $1 WHERE id = $2', [String(message.value), String(message.key)]);
    await producer.send({ topic: 'boats.moved', messages: [{ key: message.key, value: message.value }] });
  },
});
