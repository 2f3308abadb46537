import { Kafka } from 'kafkajs';
import { PrismaClient } from '@prisma/client';

class PrismaService extends PrismaClient {
  async onModuleInit(): Promise<void> {
    await this.$connect();
  }
}

class Accounts {
  constructor(private readonly prisma: PrismaService) {}

  async credit(id: string): Promise<void> {
    await this.prisma.account.update({ where: { id }, data: { balance: { increment: 1 } } });
  }
}

const prisma = new PrismaService();
const accounts = new Accounts(prisma);

export async function start(): Promise<void> {
  const consumer = new Kafka({ clientId: 'credits', brokers: ['localhost:9092'] }).consumer({ groupId: 'credits' });
  await consumer.subscribe({ topics: ['credits'] });
  await consumer.run({
    eachMessage: async ({ message }) => {
      const id = String(message.key);
      await prisma.$transaction(async (tx) => {
        const inbox = await tx.inbox.createMany({ data: [{ id }], skipDuplicates: true });
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ dedup-not-atomic after
        if (inbox.count > 0) await accounts.credit(id);
      });
    },
  });
}
