import { Kafka } from 'kafkajs';
import Stripe from 'stripe';

interface Progress {
  readonly handled: number;
  readonly payer: string;
}

const stripe = new Stripe('key');
const next = (progress: Progress): Progress => ({ ...progress, handled: progress.handled + 1 });
let progress: Progress = { handled: 0, payer: 'cus_1' };

export async function start(): Promise<void> {
  const consumer = new Kafka({ clientId: 'fees', brokers: ['localhost:9092'] }).consumer({ groupId: 'fees' });
  await consumer.subscribe({ topics: ['fees.due'] });
  await consumer.run({
    eachMessage: async ({ message }) => {
      progress = next(progress);
      await stripe.charges.create({ customer: progress.payer, amount: Number(message.value), currency: 'eur' });
//          ^^^^^^^^^^^^^^^^^^^^^ unkeyed-external-write payment
    },
  });
}
