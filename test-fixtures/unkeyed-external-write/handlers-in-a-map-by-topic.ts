import { Kafka, type KafkaMessage } from 'kafkajs';
import nodemailer from 'nodemailer';
import Stripe from 'stripe';

type Handle = (message: KafkaMessage) => Promise<void>;

const stripe = new Stripe('key');
const mailer = nodemailer.createTransport({ host: 'localhost' });

const handlers = new Map<string, Handle>([
  [
    'subscriptions.renewed',
    async (message) => {
      await stripe.paymentIntents.create({ amount: Number(String(message.value)), currency: 'eur' });
//          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unkeyed-external-write payment
    },
  ],
  [
    'subscriptions.ended',
    async (message) => {
      await mailer.sendMail({ to: String(message.key), subject: 'Goodbye', text: 'See you.' });
//          ^^^^^^^^^^^^^^^ unkeyed-external-write person
    },
  ],
]);

export async function start(): Promise<void> {
  const consumer = new Kafka({ clientId: 'subs', brokers: ['localhost:9092'] }).consumer({ groupId: 'subs' });
  await consumer.subscribe({ topics: [...handlers.keys()] });
  await consumer.run({
    eachMessage: async ({ topic, message }) => {
      await handlers.get(topic)?.(message);
    },
  });
}
