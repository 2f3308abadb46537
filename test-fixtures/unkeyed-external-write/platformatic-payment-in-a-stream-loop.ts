import { Consumer, jsonDeserializer, stringDeserializer } from '@platformatic/kafka';
import Stripe from 'stripe';

const stripe = new Stripe(process.env.STRIPE_KEY ?? '');
const consumer = new Consumer({
  clientId: 'tips',
  groupId: 'tips',
  bootstrapBrokers: ['localhost:9092'],
  autocommit: false,
  deserializers: { key: stringDeserializer, value: jsonDeserializer },
});

const stream = await consumer.consume({ topics: ['tips.given'], mode: 'committed' });
for await (const message of stream) {
  await stripe.charges.create({ amount: message.value.cents, currency: 'eur', customer: message.key });
//      ^^^^^^^^^^^^^^^^^^^^^ unkeyed-external-write payment
  await message.commit();
}
