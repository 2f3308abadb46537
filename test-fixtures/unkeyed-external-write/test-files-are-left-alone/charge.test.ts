import { Kafka } from 'kafkajs';
import Stripe from 'stripe';

const stripe = new Stripe('key');

export async function start(): Promise<void> {
  const consumer = new Kafka({ clientId: 'test', brokers: ['localhost:9092'] }).consumer({ groupId: 'test' });
  await consumer.subscribe({ topics: ['test'] });
  await consumer.run({
    eachMessage: async ({ message }) => {
      await stripe.paymentIntents.create({ amount: Number(String(message.value)), currency: 'eur' });
    },
  });
}
