import { trace } from '@opentelemetry/api';
import { Kafka } from 'kafkajs';
import Stripe from 'stripe';

const tracer = trace.getTracer('fines');
const stripe = new Stripe('key');

export async function start(): Promise<void> {
  const consumer = new Kafka({ clientId: 'fines', brokers: ['localhost:9092'] }).consumer({ groupId: 'fines' });
  await consumer.subscribe({ topics: ['fines'] });
  await consumer.run({
    eachMessage: async ({ message }) => {
      await tracer.startActiveSpan('charge', async (span) => {
        try {
          await stripe.charges.create({ amount: Number(String(message.value)), currency: 'eur' });
//              ^^^^^^^^^^^^^^^^^^^^^ unkeyed-external-write payment
        } finally {
          span.end();
        }
      });
    },
  });
}
