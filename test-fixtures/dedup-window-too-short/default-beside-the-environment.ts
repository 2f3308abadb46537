import { Redis } from 'ioredis';
import { Kafka } from 'kafkajs';
import nodemailer from 'nodemailer';

const redis = new Redis();
const transport = nodemailer.createTransport('smtp://localhost');
const consumer = new Kafka({ brokers: ['localhost:9092'] }).consumer({ groupId: 'mails' });
const TTL = Number(process.env['DEDUP_TTL'] ?? 300);
//                                             ^^^ dedup-window-too-short expires

consumer.run({
  eachMessage: async ({ message }) => {
    const key = `mail:${String(message.key)}`;
    const claimed = await redis.set(key, '1', 'EX', TTL, 'NX');
//                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ dedup-not-atomic before
    if (claimed === null) return;
    await transport.sendMail({ to: String(message.value), subject: 'Hello' });
  },
});