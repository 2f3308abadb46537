import { Kafka } from 'kafkajs';
import { Prisma, PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();

export async function start(): Promise<void> {
  const consumer = new Kafka({ clientId: 'credits', brokers: ['localhost:9092'] }).consumer({ groupId: 'credits' });
  await consumer.subscribe({ topics: ['credits'] });
  await consumer.run({
    eachMessage: async ({ message }) => {
      const id = String(message.key);
      try {
        await prisma.$transaction(async (tx) => {
          await tx.processedMessage.create({ data: { id } });
//              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ dedup-not-atomic after
          await prisma.account.update({ where: { id }, data: { balance: { increment: 1 } } });
        });
      } catch (error) {
        if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002') return;
        throw error;
      }
    },
  });
}
