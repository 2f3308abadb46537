import type { Pool } from 'pg';

export interface Posting {
  readonly orderId: string;
  readonly intentId: string;
  readonly amountCents: number;
}

/** The book of charges. Kafka may deliver a request twice, so an order is posted once only. */
export class Ledger {
  private readonly posted = new Set<string>();

  constructor(private readonly pool: Pool) {}

  async post(posting: Posting): Promise<void> {
    if (this.posted.has(posting.orderId)) return;
    await this.pool.query('INSERT INTO ledger (order_id, intent_id, amount_cents) VALUES ($1, $2, $3)', [
      posting.orderId,
      posting.intentId,
      posting.amountCents,
    ]);
    this.posted.add(posting.orderId);
  }
}
