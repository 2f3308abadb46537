// preset: strict
import { Kafka, type EachMessageHandler } from 'kafkajs';
import Stripe from 'stripe';

const stripe = new Stripe('key');

export async function pay(cents: number): Promise<void> {
  await stripe.paymentIntents.create({ amount: cents, currency: 'eur' });
}

export async function listen(topic: string, eachMessage: EachMessageHandler): Promise<void> {
  const consumer = new Kafka({ clientId: 'bus', brokers: ['localhost:9092'] }).consumer({ groupId: 'bus' });
  await consumer.subscribe({ topics: [topic] });
  await consumer.run({ eachMessage });
}
