import { Consumer, stringDeserializers } from '@platformatic/kafka';
import Stripe from 'stripe';

const stripe = new Stripe('key');
const consumer = new Consumer({ clientId: 'w', groupId: 'g', bootstrapBrokers: ['localhost:9092'], deserializers: stringDeserializers });

export async function start(): Promise<void> {
  const stream = await consumer.consume({ topics: ['fees'], mode: 'committed', autocommit: false });
  for await (const message of stream) {
    const { topic, partition } = message;
    const amount = Number(message.value);
    await stripe.paymentIntents.create({ amount, currency: 'eur' }, { idempotencyKey: `${topic}-${partition}-${message.offset}` });
    await message.commit();
  }
}
