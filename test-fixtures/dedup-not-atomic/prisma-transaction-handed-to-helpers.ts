import { Kafka } from 'kafkajs';
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();

async function credit(client: PrismaClient, id: string): Promise<void> {
  await client.account.update({ where: { id }, data: { balance: { increment: 1 } } });
}

class Entries {
  constructor(private readonly client: PrismaClient) {}

  inside(client: unknown): Entries {
    return new Entries(client as PrismaClient);
  }

  async add(id: string): Promise<void> {
    await this.client.entry.create({ data: { account: id } });
  }
}

const entries = new Entries(prisma);

export async function start(): Promise<void> {
  const consumer = new Kafka({ clientId: 'credits', brokers: ['localhost:9092'] }).consumer({ groupId: 'credits' });
  await consumer.subscribe({ topics: ['credits'] });
  await consumer.run({
    eachMessage: async ({ message }) => {
      const id = String(message.key);
      await prisma.$transaction(async (tx) => {
        const inbox = await tx.inbox.createMany({ data: [{ id }], skipDuplicates: true });
        if (inbox.count === 0) return;
        await credit(tx as unknown as PrismaClient, id);
        await entries.inside(tx).add(id);
      });
    },
  });
}
