import { Kafka } from 'kafkajs';
import { eq, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';
import { integer, pgTable, text } from 'drizzle-orm/pg-core';
import { Client } from 'pg';

const inbox = pgTable('inbox', { id: text('id').primaryKey() });
const accounts = pgTable('accounts', { id: text('id').primaryKey(), balance: integer('balance').notNull() });
const db = drizzle({ client: new Client() });

export async function start(): Promise<void> {
  const consumer = new Kafka({ clientId: 'credits', brokers: ['localhost:9092'] }).consumer({ groupId: 'credits' });
  await consumer.subscribe({ topics: ['credits'] });
  await consumer.run({
    eachMessage: async ({ message }) => {
      const id = String(message.key);
      await db.transaction(async (tx) => {
        const [fresh] = await tx.insert(inbox).values({ id }).onConflictDoNothing().returning({ id: inbox.id });
        if (!fresh) return;
        await db.update(accounts).set({ balance: sql`${accounts.balance} + 1` }).where(eq(accounts.id, id));
        await tx.transaction(async (inner) => {
          await inner.update(accounts).set({ balance: sql`${accounts.balance} + 1` }).where(eq(accounts.id, id));
        });
      });
    },
  });
}
