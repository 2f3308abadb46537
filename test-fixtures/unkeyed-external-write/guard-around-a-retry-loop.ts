import { Redis } from 'ioredis';
import { Kafka } from 'kafkajs';
import Stripe from 'stripe';

const redis = new Redis();
const stripe = new Stripe('key');

export async function start(): Promise<void> {
  const consumer = new Kafka({ clientId: 'prizes', brokers: ['localhost:9092'] }).consumer({ groupId: 'prizes' });
  await consumer.subscribe({ topics: ['prizes'] });
  await consumer.run({
    eachMessage: async ({ topic, partition, message }) => {
      const claimed = await redis.set(`prize:${topic}:${partition}:${message.offset}`, '1', 'NX');
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ dedup-not-atomic before
      if (claimed !== 'OK') return;
      for (let left = 3; left > 0; left -= 1) {
        try {
          await stripe.transfers.create({ amount: 500, currency: 'eur', destination: String(message.key) });
//              ^^^^^^^^^^^^^^^^^^^^^^^ unkeyed-external-write payment
          return;
        } catch (error) {
          if (left === 1) throw error;
        }
      }
    },
  });
}
