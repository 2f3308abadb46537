const { Kafka } = require('kafkajs');
const nodemailer = require('nodemailer');
const { Pool } = require('pg');

const pool = new Pool();
const transport = nodemailer.createTransport({ host: 'localhost' });

const channels = {};

function register(kind, send) {
  channels[kind] = send;
}

register('mail', (to, text) => transport.sendMail({ to, text }));
register('inbox', (to, text) => pool.query('INSERT INTO inbox (id, text) VALUES ($1, $2) ON CONFLICT DO NOTHING', [to, text]));

const deliver = (kind, to, text) => channels[kind](to, text);

const consumer = new Kafka({ clientId: 'wallets', brokers: ['localhost:9092'] }).consumer({ groupId: 'wallets' });

exports.start = () =>
  consumer.run({
    eachMessage: async ({ message }) => {
      await deliver('inbox', message.key.toString(), message.value.toString());
    },
  });
