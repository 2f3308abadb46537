import { Kafka } from 'kafkajs';
import connect from 'knex';

const knex = connect({ client: 'pg' });

export async function start(): Promise<void> {
  const consumer = new Kafka({ clientId: 'credits', brokers: ['localhost:9092'] }).consumer({ groupId: 'credits' });
  await consumer.subscribe({ topics: ['credits'] });
  await consumer.run({
    eachMessage: async ({ message }) => {
      const id = String(message.key);
      await knex.transaction(async (trx) => {
        const inbox = await trx('inbox').insert({ id }).onConflict('id').ignore().returning('id');
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^ dedup-not-atomic after
        if (inbox.length > 0) await knex('accounts').where({ id }).increment('balance', 1);
      });
    },
  });
}
