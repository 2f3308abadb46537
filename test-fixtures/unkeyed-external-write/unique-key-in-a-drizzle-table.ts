// preset: strict
import { drizzle } from 'drizzle-orm/node-postgres';
import { integer, pgTable, serial, text, unique, uniqueIndex } from 'drizzle-orm/pg-core';
import { Kafka } from 'kafkajs';

const entries = pgTable('entries', { id: serial('id').primaryKey(), account: text('account'), cents: integer('cents') });
const accounts = pgTable('accounts', { id: text('id').notNull().primaryKey(), balance: integer('balance') });
const lines = pgTable('lines', { order: text('order'), line: integer('line') }, (t) => [unique().on(t.order, t.line)]);
const seen = pgTable('seen', { event: text('event') }, (t) => ({ once: uniqueIndex('once').on(t.event) }));
const db = drizzle('postgres://localhost');

export async function start(): Promise<void> {
  const consumer = new Kafka({ clientId: 'ledger', brokers: ['localhost:9092'] }).consumer({ groupId: 'ledger' });
  await consumer.subscribe({ topics: ['entries'] });
  await consumer.run({
    eachMessage: async ({ message }) => {
      const { account, order, line, event } = JSON.parse(String(message.value));
      await db.insert(entries).values({ account, cents: 5 });
//          ^^^^^^^^^ unkeyed-external-write repeated
      await db.insert(lines).values({ order });
//          ^^^^^^^^^ unkeyed-external-write repeated
      await db.insert(lines).values({ order, line });
      await db.insert(seen).values({ event });
      await db.insert(accounts).values({ id: account, balance: 0 });
    },
  });
}
