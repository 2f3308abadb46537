// preset: strict
import { Kafka } from 'kafkajs';
import Stripe from 'stripe';

const stripe = new Stripe('key');

/** @eos idempotent */
async function chargeOnce(orderId: string, amount: number): Promise<void> {
  const open = await stripe.paymentIntents.search({ query: `metadata['order']:'${orderId}'` });
  if (open.data.length === 0) {
    await stripe.paymentIntents.create({ amount, currency: 'eur', metadata: { order: orderId } });
  }
}

export async function start(): Promise<void> {
  const consumer = new Kafka({ clientId: 'orders', brokers: ['localhost:9092'] }).consumer({ groupId: 'orders' });
  await consumer.subscribe({ topics: ['orders'] });
  await consumer.run({
    eachMessage: async ({ message }) => {
      const { orderId, cents } = JSON.parse(String(message.value));
      await chargeOnce(orderId, cents);
    },
  });
}
