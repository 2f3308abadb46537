// preset: strict
import { PrismaClient } from '@prisma/client';
import { Kafka } from 'kafkajs';

const prisma = new PrismaClient();
const kafka = new Kafka({ clientId: 'accounts', brokers: ['localhost:9092'] });

export async function open(): Promise<void> {
  const consumer = kafka.consumer({ groupId: 'opened' });
  await consumer.subscribe({ topics: ['opened'] });
  await consumer.run({
    eachMessage: async ({ message }) => {
      await prisma.account.create({ data: { owner: String(message.key) } });
    },
  });
}

export async function openForAnybody(): Promise<void> {
  const consumer = kafka.consumer({ groupId: 'anybody' });
  await consumer.subscribe({ topics: ['opened'] });
  await consumer.run({
    eachMessage: async ({ message }) => {
      await prisma.account.create({ data: { cents: Number(message.value) } });
//          ^^^^^^^^^^^^^^^^^^^^^ unkeyed-external-write repeated
    },
  });
}

export async function charge(): Promise<void> {
  const consumer = kafka.consumer({ groupId: 'charged' });
  await consumer.subscribe({ topics: ['charged'] });
  await consumer.run({
    eachMessage: async ({ message }) => {
      const owner = String(message.key);
      let account = await prisma.account.findUnique({ where: { owner } });
      if (!account) {
        account = await prisma.account.create({ data: { owner } });
      }
      await prisma.account.update({ where: { id: account.id }, data: { cents: { decrement: 1 } } });
//          ^^^^^^^^^^^^^^^^^^^^^ unkeyed-external-write repeated
    },
  });
}
