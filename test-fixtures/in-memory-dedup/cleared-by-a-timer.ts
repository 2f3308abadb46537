import { Kafka } from 'kafkajs';
import { Pool } from 'pg';

const pool = new Pool();

class RefundBook {
  #booked = new Map<string, boolean>();

  constructor() {
    setInterval(() => this.#booked.clear(), 3_600_000);
  }

  async book(refundId: string, cents: number): Promise<void> {
    if (this.#booked.has(refundId)) return;
//      ^^^^^^^^^^^^^^^^ in-memory-dedup guard
    await pool.query('INSERT INTO refunds (refund_id, cents) VALUES ($1, $2)', [refundId, cents]);
    this.#booked.set(refundId, true);
  }
}

export async function start(): Promise<void> {
  const book = new RefundBook();
  const consumer = new Kafka({ clientId: 'refunds', brokers: ['localhost:9092'] }).consumer({ groupId: 'refunds' });
  await consumer.subscribe({ topics: ['refunds.granted'] });
  await consumer.run({
    eachMessage: async ({ message }) => {
      const refund = JSON.parse(String(message.value));
      await book.book(refund.id, refund.cents);
    },
  });
}
