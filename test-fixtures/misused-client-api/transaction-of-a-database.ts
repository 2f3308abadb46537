import { Kafka } from 'kafkajs';
import { knex } from 'knex';

const db = knex({ client: 'pg' });

export const kafka = new Kafka({ brokers: ['localhost:9092'] });

export async function rename(id: number, name: string): Promise<void> {
  await db.transaction(async (trx) => {
    await trx('tariffs').where({ id }).update({ name });
  });
}