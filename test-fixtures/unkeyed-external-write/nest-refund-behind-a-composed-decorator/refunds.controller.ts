import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import Stripe from 'stripe';
import { OnTopic } from './topics';

@Controller()
export class RefundsController {
  private readonly stripe = new Stripe(process.env.STRIPE_KEY ?? '');

  @OnTopic('refunds.granted')
  async onGranted(@Payload() refund: { intent: string }): Promise<void> {
    await this.stripe.refunds.create({ payment_intent: refund.intent });
//        ^^^^^^^^^^^^^^^^^^^^^^^^^^ unkeyed-external-write payment
  }
}
