import { randomUUID } from 'node:crypto';
import { Kafka } from 'kafkajs';
import Stripe from 'stripe';

const stripe = new Stripe('key');

export async function start() {
  const consumer = new Kafka({ clientId: 'rents', brokers: ['localhost:9092'] }).consumer({ groupId: 'rents' });
  await consumer.subscribe({ topics: ['rents'] });
  await consumer.run({
    eachMessage: async ({ message }) => {
      const rent = JSON.parse(String(message.value));
      await stripe.paymentIntents.create({ amount: rent.cents, currency: 'eur' }, { idempotencyKey: randomUUID() });
//                                                                                                  ^^^^^^^^^^^^ unstable-idempotency-key key
    },
  });
}
