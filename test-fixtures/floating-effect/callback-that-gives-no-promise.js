import { Kafka } from 'kafkajs';
import nodemailer from 'nodemailer';
import { Pool } from 'pg';

const pool = new Pool();
const kafka = new Kafka({ clientId: 'rinks', brokers: ['localhost:9092'] });

function read(groupId, onEvent) {
  return kafka.consumer({ groupId }).run({
    eachMessage: async ({ message }) => {
      onEvent(String(message.value));
    },
  });
}

const transport = nodemailer.createTransport({ host: 'localhost' });

// What is dropped is in the callback, and the call of it drops nothing.
await read('rinks.doors', function (event) {
  pool.query('UPDATE doors SET open = true WHERE id = $1', [event]);
//^^^^^^^^^^ floating-effect dropped
});

await read('rinks.lights', (event) => {
  if (event === 'test') console.info(transport.options);
});
