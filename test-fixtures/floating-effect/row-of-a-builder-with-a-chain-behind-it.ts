import { drizzle } from 'drizzle-orm/node-postgres';
import { pgTable, text } from 'drizzle-orm/pg-core';
import { Kafka } from 'kafkajs';
import knex from 'knex';

const db = drizzle(process.env['DATABASE_URL']);
const sql = knex({ client: 'pg' });
const breaches = pgTable('breaches', { id: text('id'), policy: text('policy') });
const consumer = new Kafka({ clientId: 'policies', brokers: ['localhost:9092'] }).consumer({ groupId: 'policies' });

await consumer.run({
  eachMessage: async ({ message }) => {
    const { id, policy } = JSON.parse(String(message.value));
    db.insert(breaches)
//  ^^^^^^^^^ floating-effect dropped
      .values({ id, policy })
      .then(() => console.log('kept', id))
      .catch((error: unknown) => console.error('not kept', error));
    void sql('breaches').insert({ id, policy }).onConflict('id').ignore().catch(console.error);
//       ^^^^^^^^^^^^^^^^^^^^^^ floating-effect dropped
    await db
      .insert(breaches)
      .values({ id, policy })
      .then(() => console.log('kept', id));
    const kept = db.insert(breaches).values({ id, policy }).returning();
    console.log(await kept);
  },
});
