import { Kafka } from 'kafkajs';
import Redis from 'ioredis';
import Stripe from 'stripe';

const stripe = new Stripe(String(process.env.STRIPE_KEY));
const redis = new Redis();
const kafka = new Kafka({ clientId: 'payments', brokers: ['localhost:9092'] });

const DONE = 'done';

/** While somebody is at it, the message comes again. */
await kafka.consumer({ groupId: 'payments' }).run({
  eachMessage: async ({ message }) => {
    const { id, amount } = JSON.parse(String(message.value));
    if ((await redis.get(id)) === DONE) return;
    if (!(await redis.set(id, 'busy', 'EX', 60, 'NX'))) throw new Error('somebody else is at it');
    await stripe.charges.create({ amount, currency: 'eur' }, { idempotencyKey: id });
    await redis.set(id, DONE);
  },
});

await kafka.consumer({ groupId: 'refunds' }).run({
  eachMessage: async ({ message }) => {
    const { id, charge } = JSON.parse(String(message.value));
    const key = `refund:${id}`;
    const claimed = await redis.set(key, 'busy', 'EX', 60, 'NX');
    if (!claimed) {
      if ((await redis.get(key)) !== DONE) throw new Error('somebody else is at it');
      return;
    }
    await stripe.refunds.create({ charge }, { idempotencyKey: id });
    await redis.set(key, DONE, 'EX', 7 * 24 * 3600);
  },
});

await kafka.consumer({ groupId: 'payouts' }).run({
  eachMessage: async ({ message }) => {
    const { id, amount } = JSON.parse(String(message.value));
    const key = `payout:${id}`;
    const state = await redis.get(key);
    if (state) {
      if (state === 'done') return;
      throw new Error('somebody else is at it');
    }
    await redis.setex(key, 60, 'busy');
    await stripe.payouts.create({ amount, currency: 'eur' });
    await redis.set(key, 'done');
  },
});

/** What somebody has begun counts as done. */
await kafka.consumer({ groupId: 'transfers' }).run({
  eachMessage: async ({ message }) => {
    const { id, amount } = JSON.parse(String(message.value));
    const key = `transfer:${id}`;
    switch (await redis.get(key)) {
      case 'done':
      case 'busy':
        return;
    }
    await redis.set(key, 'busy');
//        ^^^^^^^^^^^^^^^^^^^^^^ dedup-not-atomic before
    await stripe.transfers.create({ amount, currency: 'eur' }, { idempotencyKey: id });
    await redis.set(key, 'done');
  },
});
