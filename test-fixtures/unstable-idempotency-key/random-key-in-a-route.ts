import { randomUUID } from 'node:crypto';
import express from 'express';
import { Kafka } from 'kafkajs';
import Stripe from 'stripe';

const stripe = new Stripe('key');
const producer = new Kafka({ clientId: 'shop', brokers: ['localhost:9092'] }).producer();

export const app = express();
app.post('/charges', async (request, response) => {
  await stripe.charges.create({ amount: 100, currency: 'eur' }, { idempotencyKey: randomUUID() });
  await producer.send({ topic: 'charged', messages: [{ value: 'x' }] });
  response.end();
});
