import { Kafka } from 'kafkajs';
import nodemailer from 'nodemailer';

const transport = nodemailer.createTransport({ host: 'localhost' });
const consumer = new Kafka({ clientId: 'locks', brokers: ['localhost:9092'] }).consumer({ groupId: 'locks' });

async function notify(to: string): Promise<void> {
  transport.sendMail({ to, subject: 'The lock is open' }, (error, info) => {
//^^^^^^^^^^^^^^^^^^ unkeyed-external-write person
//^^^^^^^^^^^^^^^^^^ floating-effect told
    if (error) return console.error(error);
    console.info(info.messageId);
  });
}

await consumer.run({
  eachMessage: async ({ message }) => {
    await notify(String(message.key));
  },
});
