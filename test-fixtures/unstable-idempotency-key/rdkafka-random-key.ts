import { randomUUID } from 'node:crypto';
import { KafkaConsumer } from 'node-rdkafka';
import Stripe from 'stripe';

const stripe = new Stripe('key');

export async function run(): Promise<void> {
  const stream = KafkaConsumer.createReadStream({ 'group.id': 'fees', 'enable.auto.commit': false }, {}, { topics: ['fees'] });
  for await (const message of stream) {
    const amount = Number(message.value);
    await stripe.paymentIntents.create({ amount, currency: 'eur' }, { idempotencyKey: randomUUID() });
//                                                                                    ^^^^^^^^^^^^ unstable-idempotency-key key
    stream.consumer.commitMessageSync(message);
  }
}
