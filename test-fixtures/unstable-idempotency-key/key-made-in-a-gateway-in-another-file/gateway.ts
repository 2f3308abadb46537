import { randomUUID } from 'node:crypto';
import Stripe from 'stripe';

export class Gateway {
  constructor(private readonly stripe: Stripe) {}

  async charge(cents: number, options = { idempotencyKey: randomUUID() }): Promise<void> {
//                                                        ^^^^^^^^^^^^ unstable-idempotency-key key
    await this.stripe.charges.create({ amount: cents, currency: 'eur' }, options);
  }
}
