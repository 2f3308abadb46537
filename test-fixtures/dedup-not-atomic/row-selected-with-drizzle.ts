import { eq } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';
import { pgTable, text } from 'drizzle-orm/pg-core';
import { Kafka } from 'kafkajs';
import nodemailer from 'nodemailer';

const notices = pgTable('notices', { id: text('id'), reader: text('reader') });
const readers = pgTable('readers', { id: text('id') });
const db = drizzle(process.env.DATABASE_URL ?? '');
const mail = nodemailer.createTransport({});

async function isSent(id: string): Promise<boolean> {
  const [known] = await db.select({ id: notices.id }).from(notices).where(eq(notices.id, id)).limit(1);
  return !!known;
}

await new Kafka({ clientId: 'notices', brokers: ['localhost:9092'] }).consumer({ groupId: 'notices' }).run({
  eachMessage: async ({ message }) => {
    const id = String(message.key);
    const [reader] = await db.select().from(readers).where(eq(readers.id, String(message.value)));
    if (reader === undefined || (await isSent(id))) return;
    await mail.sendMail({ to: reader.id, subject: 'A book is due' });
    await db.insert(notices).values({ id, reader: reader.id });
//        ^^^^^^^^^^^^^^^^^^ dedup-not-atomic after
  },
});
