import { Kafka, type EachMessagePayload } from 'kafkajs';
import pRetry from 'p-retry';
import Stripe from 'stripe';
import { Pool } from 'pg';

const stripe = new Stripe('key');
const pool = new Pool();

async function onPayout({ message }: EachMessagePayload): Promise<void> {
  const payout = JSON.parse(String(message.value));
  await pRetry(() => stripe.payouts.create({ amount: payout.cents, currency: 'eur' }), { retries: 3 });
//                   ^^^^^^^^^^^^^^^^^^^^^ unkeyed-external-write payment
  await pool.query('UPDATE payouts SET state = $2 WHERE id = $1', [payout.id, 'paid']);
}

export async function start(): Promise<void> {
  const consumer = new Kafka({ clientId: 'payouts', brokers: ['localhost:9092'] }).consumer({ groupId: 'payouts' });
  await consumer.subscribe({ topics: ['payouts'] });
  await consumer.run({ eachMessage: onPayout });
}
