import { KafkaJS } from '@confluentinc/kafka-javascript';
import Stripe from 'stripe';

const stripe = new Stripe(process.env.STRIPE_KEY ?? '');
const consumer = new KafkaJS.Kafka({ kafkaJS: { brokers: ['localhost:9092'] } }).consumer({ 'group.id': 'fines' });

export async function start(): Promise<void> {
  await consumer.subscribe({ topics: ['fines.issued'] });
  await consumer.run({
    eachMessage: async ({ topic, partition, message }) => {
      const fine = JSON.parse(String(message.value)) as { cents: number };
      const idempotencyKey = `${topic}/${String(partition)}/${message.offset}`;
      await stripe.paymentIntents.create({ amount: fine.cents, currency: 'eur' }, { idempotencyKey });
    },
  });
}
