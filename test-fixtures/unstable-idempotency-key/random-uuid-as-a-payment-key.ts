import { randomUUID } from 'node:crypto';
import { Kafka } from 'kafkajs';
import Stripe from 'stripe';

const stripe = new Stripe('key');

export async function start(): Promise<void> {
  const consumer = new Kafka({ clientId: 'random', brokers: ['localhost:9092'] }).consumer({ groupId: 'random' });
  await consumer.subscribe({ topics: ['random'] });
  await consumer.run({
    eachMessage: async ({ message }) => {
      await stripe.charges.create({ amount: Number(String(message.value)), currency: 'eur' }, { idempotencyKey: randomUUID() });
//                                                                                                              ^^^^^^^^^^^^ unstable-idempotency-key key
    },
  });
}
