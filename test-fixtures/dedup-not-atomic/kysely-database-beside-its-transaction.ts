import { Kafka } from 'kafkajs';
import { Kysely, PostgresDialect } from 'kysely';
import { Pool } from 'pg';

const db = new Kysely<any>({ dialect: new PostgresDialect({ pool: new Pool() }) });

export async function start(): Promise<void> {
  const consumer = new Kafka({ clientId: 'credits', brokers: ['localhost:9092'] }).consumer({ groupId: 'credits' });
  await consumer.subscribe({ topics: ['credits'] });
  await consumer.run({
    eachMessage: async ({ message }) => {
      const id = String(message.key);
      await db.transaction().execute(async (trx) => {
        const fresh = await trx.insertInto('inbox').values({ id }).onConflict((conflict) => conflict.doNothing()).returning('id').executeTakeFirst();
//                          ^^^^^^^^^^^^^^^^^^^^^^^ dedup-not-atomic after
        if (!fresh) return;
        await db.updateTable('accounts').set((eb) => ({ balance: eb('balance', '+', 1) })).where('id', '=', id).execute();
      });
    },
  });
}
