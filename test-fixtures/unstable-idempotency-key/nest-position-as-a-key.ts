import { Ctx, EventPattern, KafkaContext } from '@nestjs/microservices';
import Stripe from 'stripe';

const stripe = new Stripe('key');

export class FeesController {
  @EventPattern('fees')
  async onFee(@Ctx() context: KafkaContext): Promise<void> {
    const [topic, partition, message] = [context.getTopic(), context.getPartition(), context.getMessage()];
    const amount = Number(message.value);
    await stripe.paymentIntents.create({ amount, currency: 'eur' }, { idempotencyKey: `${topic}-${partition}-${message.offset}` });
  }
}
