const { EventEmitter } = require('node:events');
const { Kafka } = require('kafkajs');
const nodemailer = require('nodemailer');

const bus = new EventEmitter();
const mailer = nodemailer.createTransport({ host: 'localhost' });

bus.on('signed-up', async (member) => {
  await mailer.sendMail({ to: member.address, subject: 'Welcome', text: 'Glad to see you.' });
//      ^^^^^^^^^^^^^^^ unkeyed-external-write person
});

async function start() {
  const consumer = new Kafka({ clientId: 'members', brokers: ['localhost:9092'] }).consumer({ groupId: 'members' });
  await consumer.subscribe({ topics: ['members.signed-up'] });
  await consumer.run({
    async eachMessage({ message }) {
      bus.emit('signed-up', JSON.parse(message.value.toString()));
//    ^^^^^^^^ floating-effect dropped
    },
  });
}

module.exports = { start };
