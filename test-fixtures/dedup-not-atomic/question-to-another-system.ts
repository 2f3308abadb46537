import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import Redis from 'ioredis';
import { Kafka } from 'kafkajs';
import { createTransport } from 'nodemailer';

const s3 = new S3Client({});
const redis = new Redis();
const mail = createTransport('smtp://localhost');
const consumer = new Kafka({ clientId: 'bills', brokers: ['localhost:9092'] }).consumer({ groupId: 'bills' });

await consumer.run({
  eachMessage: async ({ message }) => {
    const key = String(message.key);
    const { Body: body } = await s3.send(new GetObjectCommand({ Bucket: 'bills', Key: key }));
    if (!body) return;
    await mail.sendMail({ to: 'office@example.com', subject: key, text: await body.transformToString() });
//        ^^^^^^^^^^^^^ unkeyed-external-write person
    await redis.set(key, 'mailed');
  },
});
