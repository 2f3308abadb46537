import { randomUUID } from 'node:crypto';
import { Consumer, stringDeserializers } from '@platformatic/kafka';
import Stripe from 'stripe';

const stripe = new Stripe('key');
const consumer = new Consumer({ clientId: 'w', groupId: 'g', bootstrapBrokers: ['localhost:9092'], deserializers: stringDeserializers });

export async function start(): Promise<void> {
  const stream = await consumer.consume({ topics: ['fees'], mode: 'committed', autocommit: false });
  for await (const message of stream) {
    const amount = Number(message.value);
    await stripe.paymentIntents.create({ amount, currency: 'eur' }, { idempotencyKey: randomUUID() });
//                                                                                    ^^^^^^^^^^^^ unstable-idempotency-key key
    await message.commit();
  }
}
