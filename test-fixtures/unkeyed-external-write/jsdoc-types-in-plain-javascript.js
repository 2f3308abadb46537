const { Kafka } = require('kafkajs');

class Notifier {
  /** @param {import('nodemailer').Transporter} mailer */
  constructor(mailer) {
    this.mailer = mailer;
  }

  async notify(message) {
    const { email } = JSON.parse(message.value.toString());
    await this.mailer.sendMail({ to: email, subject: 'News', text: 'There is news.' });
//        ^^^^^^^^^^^^^^^^^^^^ unkeyed-external-write person
  }
}

/** @param {import('nodemailer').Transporter} mailer */
exports.start = async (mailer) => {
  const notifier = new Notifier(mailer);
  const consumer = new Kafka({ clientId: 'news', brokers: ['localhost:9092'] }).consumer({ groupId: 'news' });
  await consumer.subscribe({ topic: 'news' });
  await consumer.run({ eachMessage: async ({ message }) => notifier.notify(message) });
};
