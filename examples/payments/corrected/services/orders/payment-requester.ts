import type { EachMessagePayload, Producer } from 'kafkajs';
import type { Pool } from 'pg';
import { oncePerMessage } from '../inbox/once-per-message.ts';

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
    private readonly groupId: string,
  ) {}

  async onOrderPlaced({ topic, partition, message }: EachMessagePayload): Promise<void> {
    const order: OrderPlaced = JSON.parse(String(message.value));

    // First of all: to begin fences whoever had this partition before, so that nobody commits for this message but us.
    const txn = await this.producer.transaction();
    try {
      // The row has its own way to be written once, so an abort of the Kafka transaction may leave it in place.
      await oncePerMessage(this.pool, { topic, partition, offset: message.offset }, async (db) => {
        await db.query('INSERT INTO payment_requests (order_id, customer_id, amount_cents) VALUES ($1, $2, $3)', [
          order.orderId,
          order.customerId,
          order.amountCents,
        ]);
      });
      await txn.send({
        topic: 'payments.requested',
        messages: [{ key: order.orderId, value: JSON.stringify(order) }],
      });
      await txn.sendOffsets({
        consumerGroupId: this.groupId,
        topics: [{ topic, partitions: [{ partition, offset: (BigInt(message.offset) + 1n).toString() }] }],
      });
      await txn.commit();
    } catch (error) {
      if (txn.isActive()) await txn.abort();
      throw error;
    }
  }
}
