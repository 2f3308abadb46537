// preset: strict
import express from 'express';
import { Kafka } from 'kafkajs';
import { Pool } from 'pg';
import Stripe from 'stripe';

const app = express();
const pool = new Pool();
const stripe = new Stripe('key');

app.post('/checkout', async (request, response) => {
  const intent = await stripe.paymentIntents.create({ amount: request.body.cents, currency: 'eur' });
  response.json({ intent: intent.id });
});

export async function start(): Promise<void> {
  await pool.query('INSERT INTO deployments (started) VALUES (now())');
  const consumer = new Kafka({ clientId: 'checkout', brokers: ['localhost:9092'] }).consumer({ groupId: 'checkout' });
  await consumer.subscribe({ topics: ['checkouts.ended'] });
  await consumer.run({
    eachMessage: async ({ message }) => {
      await pool.query('UPDATE checkouts SET state = $2 WHERE id = $1', [String(message.key), 'ended']);
    },
  });
}
