import { Kafka } from 'kafkajs';
import { AsyncLocalStorage } from 'node:async_hooks';
import { PrismaClient } from '@prisma/client';

const open = new AsyncLocalStorage<any>();
const client = new PrismaClient();
const proxied = new Proxy(client, { get: (target, name) => Reflect.get(open.getStore() ?? target, name) });
const extended = new PrismaClient().$extends({ name: 'transactions' });
const own = new PrismaClient();
const current = () => open.getStore() ?? own;

export async function start(): Promise<void> {
  const consumer = new Kafka({ clientId: 'credits', brokers: ['localhost:9092'] }).consumer({ groupId: 'credits' });
  await consumer.subscribe({ topics: ['credits'] });
  await consumer.run({
    eachMessage: async ({ message }) => {
      const id = String(message.key);
      const account = { where: { id }, data: { balance: { increment: 1 } } };
      await client.$transaction(async (tx) => {
        const inbox = await tx.inbox.createMany({ data: [{ id }], skipDuplicates: true });
        if (inbox.count === 0) return;
        await open.run(tx, async () => {
          await proxied.account.update(account);
          await extended.account.update(account);
          await current().account.update(account);
        });
      });
    },
  });
}
