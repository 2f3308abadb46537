import { KafkaJS } from '@confluentinc/kafka-javascript';
import Stripe from 'stripe';

const stripe = new Stripe(process.env.STRIPE_KEY ?? '');

export async function start(kafka: KafkaJS.Kafka): Promise<void> {
  const consumer = kafka.consumer({ kafkaJS: { groupId: 'parking' } });
  await consumer.subscribe({ topics: ['parking.ended'] });
  await consumer.run({
    eachMessage: async ({ message }: KafkaJS.EachMessagePayload) => {
      const stay = JSON.parse(String(message.value)) as { customer: string; cents: number };
      await stripe.paymentIntents.create({ amount: stay.cents, currency: 'eur', customer: stay.customer });
//          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unkeyed-external-write payment
    },
  });
}
