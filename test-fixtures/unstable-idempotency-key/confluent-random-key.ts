import { randomUUID } from 'node:crypto';
import { KafkaJS } from '@confluentinc/kafka-javascript';
import Stripe from 'stripe';

const stripe = new Stripe('key');

export async function start(): Promise<void> {
  const consumer = new KafkaJS.Kafka({ kafkaJS: { brokers: ['localhost:9092'] } }).consumer({ kafkaJS: { groupId: 'fees' } });
  await consumer.subscribe({ topics: ['fees'] });
  await consumer.run({
    eachMessage: async ({ message }) => {
      const amount = Number(message.value);
      await stripe.paymentIntents.create({ amount, currency: 'eur' }, { idempotencyKey: randomUUID() });
//                                                                                      ^^^^^^^^^^^^ unstable-idempotency-key key
    },
  });
}
