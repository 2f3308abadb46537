import axios from 'axios';
import { Kafka } from 'kafkajs';
import nodemailer from 'nodemailer';

const mailer = nodemailer.createTransport({ host: 'localhost' });

export async function start(): Promise<void> {
  const consumer = new Kafka({ clientId: 'news', brokers: ['localhost:9092'] }).consumer({ groupId: 'news' });
  await consumer.subscribe({ topics: ['news.published'] });
  await consumer.run({
    eachMessage: async ({ message }) => {
      const { data: reader } = await axios.get(`http://readers/${String(message.key)}`);
      if (!reader.wantsMail) return;
      await mailer.sendMail({ to: reader.address, subject: 'News', text: String(message.value) });
//          ^^^^^^^^^^^^^^^ unkeyed-external-write person
    },
  });
}
