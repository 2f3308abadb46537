/** A guard in memory before a write: one finding, without a safe fix. */
export const forgetfulHandler = `import { Kafka } from 'kafkajs';
import { Pool } from 'pg';

const kafka = new Kafka({ clientId: 'coupons', brokers: ['localhost:9092'] });
const consumer = kafka.consumer({ groupId: 'coupons' });
const pool = new Pool();
const redeemed = new Set<string>();

export async function start(): Promise<void> {
  await consumer.subscribe({ topics: ['coupons.redeemed'] });
  await consumer.run({
    eachMessage: async ({ message }) => {
      const id = String(message.key);
      if (redeemed.has(id)) return;
      await pool.query('UPDATE coupons SET uses = uses + 1 WHERE id = $1', [id]);
      redeemed.add(id);
    },
  });
}
`;

/** A consumer that reads what transactions abort: one finding, with a safe fix. */
export const uncommittedReader = `import { Kafka } from 'kafkajs';

const kafka = new Kafka({ clientId: 'audit', brokers: ['localhost:9092'] });
const consumer = kafka.consumer({ groupId: 'audit', readUncommitted: true });

export async function start(): Promise<void> {
  await consumer.subscribe({ topics: ['coupons.redeemed'] });
  await consumer.run({
    eachMessage: async ({ message }) => {
      console.log(message.offset);
    },
  });
}
`;

export const soundReader = uncommittedReader.replace(', readUncommitted: true', '');

/** A handler with a transaction around a charge: the charge may come twice. */
export const settlingHandler = `import { Kafka } from 'kafkajs';
import Stripe from 'stripe';

const kafka = new Kafka({ clientId: 'payments', brokers: ['localhost:9092'] });
const consumer = kafka.consumer({ groupId: 'payments' });
const producer = kafka.producer({ transactionalId: 'payments', maxInFlightRequests: 1, idempotent: true });
const stripe = new Stripe('key');

export async function start(): Promise<void> {
  await consumer.subscribe({ topics: ['payments.requested'] });
  await consumer.run({
    autoCommit: false,
    eachMessage: async ({ topic, partition, message }) => {
      const transaction = await producer.transaction();
      await stripe.charges.create({ amount: 1, currency: 'eur', source: 'card' });
      await transaction.send({ topic: 'payments.settled', messages: [{ value: message.value }] });
      const offset = (BigInt(message.offset) + 1n).toString();
      await transaction.sendOffsets({
        consumerGroupId: 'payments',
        topics: [{ topic, partitions: [{ partition, offset }] }],
      });
      await transaction.commit();
    },
  });
}
`;
