import { Kafka } from 'kafkajs';
import nodemailer from 'nodemailer';

const mailer = nodemailer.createTransport({ host: 'localhost' });

export async function start(): Promise<void> {
  const consumer = new Kafka({ clientId: 'digest', brokers: ['localhost:9092'] }).consumer({ groupId: 'digest' });
  await consumer.subscribe({ topics: ['digest'] });
  await consumer.run({
    eachMessage: async ({ message }) => {
      const readers: string[] = JSON.parse(String(message.value));
      await Promise.all(readers.map((to) => mailer.sendMail({ to, subject: 'Digest', text: 'Read on.' })));
//                                          ^^^^^^^^^^^^^^^ unkeyed-external-write person
    },
  });
}
