// preset: strict
import { PrismaClient } from '@prisma/client';
import { Kafka } from 'kafkajs';

const prisma = new PrismaClient();

export async function start(): Promise<void> {
  const consumer = new Kafka({ clientId: 'ledger', brokers: ['localhost:9092'] }).consumer({ groupId: 'ledger' });
  await consumer.subscribe({ topics: ['orders'] });
  await consumer.run({
    eachMessage: async ({ message }) => {
      const { orderId, cents } = JSON.parse(String(message.value));
      await prisma.entry.create({ data: { orderId, cents } });
//          ^^^^^^^^^^^^^^^^^^^ unkeyed-external-write repeated
    },
  });
}
