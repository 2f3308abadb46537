import { randomUUID } from 'node:crypto';
import { Ctx, EventPattern, KafkaContext } from '@nestjs/microservices';
import Stripe from 'stripe';

const stripe = new Stripe('key');

export class FeesController {
  @EventPattern('fees')
  async onFee(@Ctx() context: KafkaContext): Promise<void> {
    const message = context.getMessage();
    const amount = Number(message.value);
    await stripe.paymentIntents.create({ amount, currency: 'eur' }, { idempotencyKey: randomUUID() });
//                                                                                    ^^^^^^^^^^^^ unstable-idempotency-key key
  }
}
