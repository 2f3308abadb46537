import type { KafkaMessage, Producer } from 'kafkajs';
import type { Pool } from 'pg';

interface OrderPlaced {
  readonly orderId: string;
  readonly customerId: string;
  readonly amountCents: number;
}

/** Turns every placed order into one payment request. */
export class PaymentRequester {
  constructor(
    private readonly producer: Producer,
    private readonly pool: Pool,
  ) {}

  async onOrderPlaced(message: KafkaMessage): Promise<void> {
    const order: OrderPlaced = JSON.parse(String(message.value));
    const txn = await this.producer.transaction();
    try {
      await txn.send({
        topic: 'payments.requested',
        messages: [{ key: order.orderId, value: JSON.stringify(order) }],
      });
      await this.pool.query('INSERT INTO payment_requests (order_id, customer_id, amount_cents) VALUES ($1, $2, $3)', [
        order.orderId,
        order.customerId,
        order.amountCents,
      ]);
      await txn.commit();
    } catch (error) {
      if (txn.isActive()) await txn.abort();
      throw error;
    }
  }
}
