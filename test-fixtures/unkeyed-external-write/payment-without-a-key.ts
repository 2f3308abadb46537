import { Kafka } from 'kafkajs';
import Stripe from 'stripe';

const stripe = new Stripe(process.env.STRIPE_KEY ?? '');

export async function start(): Promise<void> {
  const consumer = new Kafka({ clientId: 'dues', brokers: ['localhost:9092'] }).consumer({ groupId: 'dues' });
  await consumer.subscribe({ topics: ['dues.payable'] });
  await consumer.run({
    eachMessage: async ({ message }) => {
      const due = JSON.parse(String(message.value));
      await stripe.paymentIntents.create({ amount: due.cents, currency: 'eur', customer: due.customer });
//          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unkeyed-external-write payment
    },
  });
}
