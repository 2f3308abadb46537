import { Kafka } from 'kafkajs';
import connect, { type Knex } from 'knex';

const knex = connect({ client: 'pg' });

async function credit(id: string, db: Knex = knex): Promise<void> {
  await db('accounts').where({ id }).increment('balance', 1);
}

export async function start(): Promise<void> {
  const consumer = new Kafka({ clientId: 'credits', brokers: ['localhost:9092'] }).consumer({ groupId: 'credits' });
  await consumer.subscribe({ topics: ['credits'] });
  await consumer.run({
    eachMessage: async ({ message }) => {
      const id = String(message.key);
      await knex.transaction(async (trx) => {
        const inbox = await knex('inbox').transacting(trx).insert({ id }).onConflict('id').ignore().returning('id');
        if (inbox.length === 0) return;
        await knex('accounts').where({ id }).increment('balance', 1).transacting(trx);
        await knex.raw('UPDATE totals SET cents = cents + 1').transacting(trx);
        await credit(id, trx);
      });
    },
  });
}
