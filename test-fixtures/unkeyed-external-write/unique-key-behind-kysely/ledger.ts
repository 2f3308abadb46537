// preset: strict
import { Kafka } from 'kafkajs';
import { Kysely, PostgresDialect, sql } from 'kysely';

interface Tables {
  entries: { account: string; cents: number };
  lines: { order: string; line: number };
  seen: { event: string };
  balances: { account: string; cents: number };
}

const db = new Kysely<Tables>({ dialect: new PostgresDialect({}) });

export async function start(): Promise<void> {
  const consumer = new Kafka({ clientId: 'ledger', brokers: ['localhost:9092'] }).consumer({ groupId: 'ledger' });
  await consumer.subscribe({ topics: ['entries'] });
  await consumer.run({
    eachMessage: async ({ message }) => {
      const { account, order, line, event, cents } = JSON.parse(String(message.value));
      const added = db.updateTable('balances').set((eb) => ({ cents: eb('cents', '+', cents) }));
//                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unkeyed-external-write repeated
      await added.where('account', '=', account).execute();
      await sql`UPDATE balances SET cents = cents + ${cents} WHERE account = ${account}`.execute(db);
//          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unkeyed-external-write repeated
      await db.insertInto('entries').values({ account, cents }).execute();
//          ^^^^^^^^^^^^^ unkeyed-external-write repeated
      await db.insertInto('lines').values({ order, line }).execute();
      await db.insertInto('seen').values({ event }).executeTakeFirst();
      await db
        .insertInto('balances')
        .values({ account, cents })
        .onConflict((oc) => oc.column('account').doUpdateSet({ cents }))
        .execute();
      await db.updateTable('balances').set({ cents }).where('account', '=', account).execute();
    },
  });
}
