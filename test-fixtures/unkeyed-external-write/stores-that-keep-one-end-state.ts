// preset: strict
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { PrismaClient } from '@prisma/client';
import { Redis } from 'ioredis';
import { Kafka } from 'kafkajs';

const redis = new Redis();
const s3 = new S3Client({});
const prisma = new PrismaClient();

export async function start(): Promise<void> {
  const consumer = new Kafka({ clientId: 'profiles', brokers: ['localhost:9092'] }).consumer({ groupId: 'profiles' });
  await consumer.subscribe({ topics: ['profiles'] });
  await consumer.run({
    eachMessage: async ({ message }) => {
      const { id, name } = JSON.parse(String(message.value));
      await redis.set(`profile:${id}`, name);
      await s3.send(new PutObjectCommand({ Bucket: 'profiles', Key: `${id}.json`, Body: String(message.value) }));
      await prisma.profile.upsert({ where: { id }, create: { id, name }, update: { name } });
    },
  });
}
