import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import Stripe from 'stripe';

@Controller()
export class RefundsController {
  private readonly stripe = new Stripe(process.env.STRIPE_KEY ?? '');

  @MessagePattern('refunds.create')
  async create(@Payload() command: { id: string; intent: string }): Promise<string> {
    const refund = await this.stripe.refunds.create(
      { payment_intent: command.intent },
      { idempotencyKey: `refund-${command.id}` },
    );
    return refund.id;
  }
}
