import { KafkaConsumer } from 'node-rdkafka';
import Stripe from 'stripe';

const stripe = new Stripe('key');

export async function run(): Promise<void> {
  const stream = KafkaConsumer.createReadStream({ 'group.id': 'fees', 'enable.auto.commit': false }, {}, { topics: ['fees'] });
  for await (const message of stream) {
    const { topic, partition } = message;
    const amount = Number(message.value);
    await stripe.paymentIntents.create({ amount, currency: 'eur' }, { idempotencyKey: `${topic}-${partition}-${message.offset}` });
    stream.consumer.commitMessageSync(message);
  }
}
