import { Kafka } from 'kafkajs';
import Stripe from 'stripe';

const stripe = new Stripe('key');

async function attempt<T>(times: number, call: () => Promise<T>): Promise<T> {
  for (let left = times; ; left -= 1) {
    try {
      return await call();
    } catch (error) {
      if (left <= 1) throw error;
    }
  }
}

export async function start(): Promise<void> {
  const consumer = new Kafka({ clientId: 'gifts', brokers: ['localhost:9092'] }).consumer({ groupId: 'gifts' });
  await consumer.subscribe({ topics: ['gifts.bought'] });
  await consumer.run({
    eachMessage: async ({ message }) => {
      const gift = JSON.parse(String(message.value));
      await attempt(3, () => stripe.paymentIntents.create({ amount: gift.cents, currency: 'eur' }));
//                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unkeyed-external-write payment
    },
  });
}
