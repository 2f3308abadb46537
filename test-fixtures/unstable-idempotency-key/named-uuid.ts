import { Kafka } from 'kafkajs';
import Stripe from 'stripe';
import { v5 } from 'uuid';

const stripe = new Stripe('key');
const space = '6ba7b810-9dad-11d1-80b4-00c04fd430c8';

export async function start(): Promise<void> {
  const consumer = new Kafka({ clientId: 'rents', brokers: ['localhost:9092'] }).consumer({ groupId: 'rents' });
  await consumer.subscribe({ topics: ['rents'] });
  await consumer.run({
    eachMessage: async ({ message }) => {
      const rent = JSON.parse(String(message.value));
      await stripe.paymentIntents.create({ amount: rent.cents, currency: 'eur' }, { idempotencyKey: v5(rent.id, space) });
    },
  });
}
