import type { EachMessagePayload } from 'kafkajs';
import type Stripe from 'stripe';
import type { Ledger } from './ledger.ts';

interface PaymentRequested {
  readonly orderId: string;
  readonly customerId: string;
  readonly amountCents: number;
}

export class Charger {
  constructor(
    private readonly stripe: Stripe,
    private readonly ledger: Ledger,
  ) {}

  async onPaymentRequested({ topic, partition, message }: EachMessagePayload): Promise<void> {
    const request: PaymentRequested = JSON.parse(String(message.value));
    const intent = await this.stripe.paymentIntents.create(
      {
        customer: request.customerId,
        amount: request.amountCents,
        currency: 'eur',
        confirm: true,
        metadata: { orderId: request.orderId },
      },
      { idempotencyKey: `${topic}-${partition}-${message.offset}` },
    );
    await this.ledger.post(
      { topic, partition, offset: message.offset },
      { orderId: request.orderId, intentId: intent.id, amountCents: request.amountCents },
    );
  }
}
