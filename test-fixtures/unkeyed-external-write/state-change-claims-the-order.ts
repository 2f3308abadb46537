// preset: strict
import { PrismaClient } from '@prisma/client';
import { Kafka } from 'kafkajs';
import Stripe from 'stripe';

const prisma = new PrismaClient();
const stripe = new Stripe('key');

export async function start(): Promise<void> {
  const consumer = new Kafka({ clientId: 'orders', brokers: ['localhost:9092'] }).consumer({ groupId: 'orders' });
  await consumer.subscribe({ topics: ['orders.accepted'] });
  await consumer.run({
    eachMessage: async ({ message }) => {
      const { orderId, cents } = JSON.parse(String(message.value)) as { orderId: string; cents: number };
      const data = { state: 'CHARGING' };
      const { count } = await prisma.order.updateMany({ where: { id: orderId, state: 'ACCEPTED' }, data });
//                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ dedup-not-atomic before
      if (count === 0) return;
      await stripe.paymentIntents.create({ amount: cents, currency: 'eur' });
    },
  });
}
