import { Redis } from 'ioredis';
import { Kafka } from 'kafkajs';
import Stripe from 'stripe';

const redis = new Redis();
const stripe = new Stripe('key');

async function award(id: string, winner: string): Promise<void> {
  const awarded = await redis.get(`prize:${id}`);
  if (awarded !== null) return;
  await stripe.transfers.create({ amount: 500, currency: 'eur', destination: winner });
  await redis.set(`prize:${id}`, '1');
//      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ dedup-not-atomic after
}

export async function start(): Promise<void> {
  const consumer = new Kafka({ clientId: 'prizes', brokers: ['localhost:9092'] }).consumer({ groupId: 'prizes' });
  await consumer.subscribe({ topics: ['prizes'] });
  await consumer.run({
    eachMessage: async ({ topic, partition, message }) => {
      for (let left = 3; left > 0; left -= 1) {
        try {
          await award(`${topic}:${partition}:${message.offset}`, String(message.key));
          return;
        } catch (error) {
          if (left === 1) throw error;
        }
      }
    },
  });
}
