/** A consumer that reads what transactions abort: one finding, in line 4, with a safe fix. */
export const uncommittedReader = `import { Kafka } from 'kafkajs';

const kafka = new Kafka({ clientId: 'audit', brokers: ['localhost:9092'] });
const consumer = kafka.consumer({ groupId: 'audit', readUncommitted: true });

export async function start(): Promise<void> {
  await consumer.subscribe({ topics: ['coupons.redeemed'] });
  await consumer.run({
    eachMessage: async ({ message }) => {
      console.log(message.offset);
    },
  });
}
`;

export const committedReader = uncommittedReader.replace(', readUncommitted: true', '');

/** A handler that leaves the work to another file. */
export const handlerOf = (file: string): string => `import { Kafka } from 'kafkajs';
import { charge } from '${file}';

const kafka = new Kafka({ clientId: 'payments', brokers: ['localhost:9092'] });
const consumer = kafka.consumer({ groupId: 'payments' });

export async function start(): Promise<void> {
  await consumer.subscribe({ topics: ['payments.requested'] });
  await consumer.run({ eachMessage: async ({ message }) => charge(String(message.key)) });
}
`;

/** What it leaves: one finding, in line 6, with a suggestion. */
export const unkeyedCharge = `import Stripe from 'stripe';

const stripe = new Stripe('key');

export async function charge(customer: string): Promise<void> {
  await stripe.paymentIntents.create({ amount: 100, currency: 'eur', customer });
}
`;

export const noCharge = 'export async function charge(_customer: string): Promise<void> {}\n';
