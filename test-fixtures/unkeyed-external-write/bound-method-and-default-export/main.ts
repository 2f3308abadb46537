import { Kafka } from 'kafkajs';
import Stripe from 'stripe';
import { Charges } from '.';

export async function start(): Promise<void> {
  const charges = new Charges(new Stripe('key'));
  const consumer = new Kafka({ clientId: 'bills', brokers: ['localhost:9092'] }).consumer({ groupId: 'bills' });
  await consumer.subscribe({ topics: ['bills'] });
  await consumer.run({ eachMessage: charges.handle.bind(charges) });
}
