import { Injectable } from '@nestjs/common';
import Stripe from 'stripe';

@Injectable()
export class PayoutsService {
  private readonly paid: Record<string, boolean> = {};
  private readonly stripe = new Stripe(process.env.STRIPE_KEY ?? '');

  async pay(payout: { payoutId: string; account: string; cents: number }): Promise<void> {
    if (this.paid[payout.payoutId]) return;
//      ^^^^^^^^^^^^^^^^^^^^^^^^^^ in-memory-dedup guard
    await this.stripe.transfers.create({ amount: payout.cents, currency: 'eur', destination: payout.account });
    this.paid[payout.payoutId] = true;
  }
}
