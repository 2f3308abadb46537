import { Kafka } from 'kafkajs';
import Stripe from 'stripe';
import { keyOf } from './keys';

const stripe = new Stripe('key');

export async function start(): Promise<void> {
  const consumer = new Kafka({ clientId: 'tips', brokers: ['localhost:9092'] }).consumer({ groupId: 'tips' });
  await consumer.subscribe({ topics: ['tips.given'] });
  await consumer.run({
    eachMessage: async ({ message }) => {
      const tip = JSON.parse(String(message.value));
      const options = { idempotencyKey: keyOf('tip', tip.id) };
      await stripe.transfers.create({ amount: tip.cents, currency: 'eur', destination: tip.account }, options);
    },
  });
}
