import { Kafka } from 'kafkajs';
import nodemailer from 'nodemailer';

const transport = nodemailer.createTransport({ host: 'localhost' });
const consumer = new Kafka({ clientId: 'locks', brokers: ['localhost:9092'] }).consumer({ groupId: 'locks' });

await consumer.run({
  eachMessage: async ({ message }) => {
    // With a callback there is no promise to wait for.
    await transport.sendMail({ to: String(message.key) }, (error) => console.error(error));
//        ^^^^^^^^^^^^^^^^^^ unkeyed-external-write person
//        ^^^^^^^^^^^^^^^^^^ floating-effect told
  },
});
