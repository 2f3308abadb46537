import { Kafka } from 'kafkajs';
import Stripe from 'stripe';
import { Gateway } from './gateway';

const gateway = new Gateway(new Stripe('key'));

export async function start(): Promise<void> {
  const consumer = new Kafka({ clientId: 'rents', brokers: ['localhost:9092'] }).consumer({ groupId: 'rents' });
  await consumer.subscribe({ topics: ['rents'] });
  await consumer.run({ eachMessage: ({ message }) => gateway.charge(Number(message.value)) });
}
