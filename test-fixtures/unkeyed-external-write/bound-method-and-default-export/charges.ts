import type { EachMessagePayload } from 'kafkajs';
import type Stripe from 'stripe';

export default class Charges {
  constructor(private readonly stripe: Stripe) {}

  async handle(payload: EachMessagePayload): Promise<void> {
    await this.charge(JSON.parse(String(payload.message.value)));
  }

  private async charge(bill: { readonly cents: number }): Promise<void> {
    await this.stripe.charges.create({ amount: bill.cents, currency: 'eur' });
//        ^^^^^^^^^^^^^^^^^^^^^^^^^^ unkeyed-external-write payment
  }
}
