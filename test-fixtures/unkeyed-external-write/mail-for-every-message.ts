import { Kafka } from 'kafkajs';
import nodemailer from 'nodemailer';

const mailer = nodemailer.createTransport({ host: 'localhost', port: 25 });

export async function start(): Promise<void> {
  const consumer = new Kafka({ clientId: 'mail', brokers: ['localhost:9092'] }).consumer({ groupId: 'mail' });
  await consumer.subscribe({ topics: ['users.invited'] });
  await consumer.run({
    eachMessage: async ({ message }) => {
      const { email } = JSON.parse(String(message.value));
      await mailer.sendMail({ to: email, subject: 'You are invited', text: 'Come in.' });
//          ^^^^^^^^^^^^^^^ unkeyed-external-write person
    },
  });
}
