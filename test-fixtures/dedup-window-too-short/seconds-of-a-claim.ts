import { Redis } from 'ioredis';
import { Kafka } from 'kafkajs';
import nodemailer from 'nodemailer';

const redis = new Redis();
const transport = nodemailer.createTransport('smtp://localhost');
const consumer = new Kafka({ brokers: ['localhost:9092'] }).consumer({ groupId: 'mails' });

consumer.run({
  eachMessage: async ({ message }) => {
    const key = `mail:${String(message.key)}`;
    const claimed = await redis.set(key, '1', 'EX', 900, 'NX');
//                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ dedup-not-atomic before
//                                                  ^^^ dedup-window-too-short expires
    if (claimed === null) return;
    await transport.sendMail({ to: String(message.value), subject: 'Hello' });
  },
});