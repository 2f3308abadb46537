import { Kafka, type EachBatchPayload } from 'kafkajs';
import Stripe from 'stripe';

const stripe = new Stripe('key');

async function eachBatch({ batch, resolveOffset }: EachBatchPayload): Promise<void> {
  for (const message of batch.messages) {
    const event = JSON.parse(String(message.value));
    switch (event.type) {
      case 'cancelled':
        for (const item of event.items) {
          await stripe.refunds.create({ payment_intent: item.intent, amount: item.cents });
//              ^^^^^^^^^^^^^^^^^^^^^ unkeyed-external-write payment
        }
        break;
      case 'renamed':
        break;
      default:
        throw new Error(`unknown event ${event.type}`);
    }
    resolveOffset(message.offset);
  }
}

export async function start(): Promise<void> {
  const consumer = new Kafka({ clientId: 'tickets', brokers: ['localhost:9092'] }).consumer({ groupId: 'tickets' });
  await consumer.subscribe({ topics: ['tickets.events'] });
  await consumer.run({ eachBatch });
}
