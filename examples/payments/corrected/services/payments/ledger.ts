import type { Pool } from 'pg';
import { oncePerMessage, type Origin } from '../inbox/once-per-message.ts';

export interface Posting {
  readonly orderId: string;
  readonly intentId: string;
  readonly amountCents: number;
}

/** The book of charges. Kafka may deliver a request twice, so an order is posted once only. */
export class Ledger {
  constructor(private readonly pool: Pool) {}

  async post(origin: Origin, posting: Posting): Promise<void> {
    await oncePerMessage(this.pool, origin, async (db) => {
      await db.query('INSERT INTO ledger (order_id, intent_id, amount_cents) VALUES ($1, $2, $3)', [
        posting.orderId,
        posting.intentId,
        posting.amountCents,
      ]);
    });
  }
}
