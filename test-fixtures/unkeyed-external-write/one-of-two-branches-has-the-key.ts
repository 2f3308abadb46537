import { Kafka, type EachMessagePayload } from 'kafkajs';
import Stripe from 'stripe';

const stripe = new Stripe('key');

async function onPayable({ topic, partition, message }: EachMessagePayload): Promise<void> {
  const { amount, customer, instant } = JSON.parse(String(message.value));
  const params = { amount, customer, currency: 'eur' };
  if (instant) {
    await stripe.paymentIntents.create(params);
//        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unkeyed-external-write payment
    return;
  }
  await stripe.paymentIntents.create(params, { idempotencyKey: `${topic}/${partition}/${message.offset}` });
}

export async function start(): Promise<void> {
  const consumer = new Kafka({ clientId: 'payable', brokers: ['localhost:9092'] }).consumer({ groupId: 'payable' });
  await consumer.subscribe({ topics: ['payable'] });
  await consumer.run({ eachMessage: onPayable });
}
