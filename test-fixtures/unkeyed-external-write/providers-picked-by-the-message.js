const { Kafka } = require('kafkajs');
const nodemailer = require('nodemailer');
const twilio = require('twilio');

const client = twilio('sid', 'token');
const transport = nodemailer.createTransport({ host: 'localhost' });

const providers = {};

function register(kind, send) {
  providers[kind] = send;
}

// Any of them, as the message says.
register('sms', (to, text) => client.messages.create({ to, body: text }));
//                            ^^^^^^^^^^^^^^^^^^^^^^ unkeyed-external-write person
register('mail', (to, text) => transport.sendMail({ to, text }));
//                             ^^^^^^^^^^^^^^^^^^ unkeyed-external-write person

const consumer = new Kafka({ clientId: 'wallets', brokers: ['localhost:9092'] }).consumer({ groupId: 'wallets' });

exports.start = () =>
  consumer.run({
    eachMessage: async ({ message }) => {
      const { kind, to, text } = JSON.parse(message.value.toString());
      await providers[kind](to, text);
    },
  });
