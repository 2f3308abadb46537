import type Stripe from 'stripe';

export class PaymentGateway {
  constructor(private readonly stripe: Stripe) {}

  async refund(chargeId: string, cents: number): Promise<string> {
    const refund = await this.stripe.refunds.create({ charge: chargeId, amount: cents });
//                       ^^^^^^^^^^^^^^^^^^^^^^^^^^ unkeyed-external-write payment
    return refund.id;
  }
}
