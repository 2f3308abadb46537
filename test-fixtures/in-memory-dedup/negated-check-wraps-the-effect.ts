import { Kafka } from 'kafkajs';
import Stripe from 'stripe';

const stripe = new Stripe('key');
const charged = new Set<string>();
const consumer = new Kafka({ clientId: 'billing', brokers: ['localhost:9092'] }).consumer({ groupId: 'billing' });

export async function start(): Promise<void> {
  await consumer.subscribe({ topics: ['billing.due'] });
  await consumer.run({
    eachMessage: async ({ message }) => {
      const bill = JSON.parse(String(message.value));
      if (!charged.has(bill.id)) {
//         ^^^^^^^^^^^ in-memory-dedup guard
        await stripe.charges.create({ amount: bill.cents, currency: 'eur', customer: bill.customer });
        charged.add(bill.id);
      }
    },
  });
}
