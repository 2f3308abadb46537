import { Kafka } from 'kafkajs';
import Stripe from 'stripe';
import { Pool } from 'pg';

const pool = new Pool();
const stripe = new Stripe(process.env.STRIPE_KEY ?? '');
const kafka = new Kafka({ clientId: 'pools', brokers: ['localhost:9092'] });
const consumer = kafka.consumer({ groupId: 'pools' });

await consumer.run({
  eachMessage: async ({ message }) => {
    const { id, urgent, amount } = JSON.parse(String(message.value));
    // A message that is not urgent passes by the inbox: a guard, if for some of the messages only.
    if (urgent) {
      const { rowCount } = await pool.query('INSERT INTO inbox (id) VALUES ($1) ON CONFLICT DO NOTHING', [id]);
//                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ dedup-not-atomic before
      if (rowCount === 0) return;
    }
    await stripe.paymentIntents.create({ amount, currency: 'eur' });
  },
});
