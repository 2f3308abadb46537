import { randomUUID } from 'node:crypto';
import { Kafka } from 'kafkajs';
import { Pool } from 'pg';
import Stripe from 'stripe';

const stripe = new Stripe('key');
const pool = new Pool();

export async function start(): Promise<void> {
  const consumer = new Kafka({ clientId: 'rents', brokers: ['localhost:9092'] }).consumer({ groupId: 'rents' });
  await consumer.subscribe({ topics: ['rents'] });
  await consumer.run({
    eachMessage: async ({ message }) => {
      const { rowCount } = await pool.query('INSERT INTO seen (id) VALUES ($1) ON CONFLICT DO NOTHING', [message.offset]);
//                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ dedup-not-atomic before
      if (rowCount === 0) return;
      await stripe.charges.create({ amount: 100, currency: 'eur' }, { idempotencyKey: randomUUID() });
    },
  });
}
