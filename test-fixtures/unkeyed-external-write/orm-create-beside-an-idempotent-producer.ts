import { PrismaClient } from '@prisma/client';
import { Kafka } from 'kafkajs';

const prisma = new PrismaClient();
const kafka = new Kafka({ clientId: 'comments', brokers: ['localhost:9092'] });
const producer = kafka.producer({ idempotent: true });

export async function start(): Promise<void> {
  const consumer = kafka.consumer({ groupId: 'comments' });
  await consumer.subscribe({ topics: ['comments.posted'] });
  await consumer.run({
    eachMessage: async ({ message }) => {
      const { author, text } = JSON.parse(String(message.value));
      await prisma.comment.create({ data: { author, text } });
//          ^^^^^^^^^^^^^^^^^^^^^ unkeyed-external-write repeated
      await producer.send({ topic: 'comments.stored', messages: [{ key: author, value: text }] });
    },
  });
}
