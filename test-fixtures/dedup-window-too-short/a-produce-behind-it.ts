import { Redis } from 'ioredis';
import { Kafka } from 'kafkajs';
import nodemailer from 'nodemailer';

const redis = new Redis();
const producer = new Kafka({ brokers: [] }).producer({ idempotent: true });
const transport = nodemailer.createTransport('smtp://localhost');
const consumer = new Kafka({ brokers: ['localhost:9092'] }).consumer({ groupId: 'mails' });

consumer.run({
  eachMessage: async ({ message }) => {
    const key = `mail:${String(message.key)}`;
    const claimed = await redis.set(key, '1', 'EX', 600, 'NX');
//                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ dedup-not-atomic before
//                                                  ^^^ dedup-window-too-short expires
    if (claimed === null) return;
    await producer.send({ topic: 'mails.sent', messages: [{ key: message.key, value: null }] });
    await transport.verify();
  },
});