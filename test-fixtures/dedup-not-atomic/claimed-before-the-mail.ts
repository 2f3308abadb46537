import { Redis } from 'ioredis';
import { Kafka } from 'kafkajs';
import nodemailer from 'nodemailer';

const redis = new Redis();
const transport = nodemailer.createTransport('smtp://localhost');
const consumer = new Kafka({ brokers: ['localhost:9092'] }).consumer({ groupId: 'mails' });

await consumer.run({
  eachMessage: async ({ message }) => {
    const claimed = await redis.set(`mail:${String(message.key)}`, 'sent', 'NX');
//                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ dedup-not-atomic before
    if (claimed === null) return;
    await transport.sendMail({ to: String(message.value), subject: 'Hello' });
  },
});