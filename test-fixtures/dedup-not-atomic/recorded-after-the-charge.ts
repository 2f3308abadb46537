import { Kafka } from 'kafkajs';
import { Pool } from 'pg';
import Stripe from 'stripe';

const pool = new Pool();
const stripe = new Stripe('key');
const consumer = new Kafka({ brokers: ['localhost:9092'] }).consumer({ groupId: 'renewals' });

await consumer.run({
  eachMessage: async ({ message }) => {
    const id = String(message.key);
    const known = await pool.query('SELECT 1 FROM processed WHERE id = $1', [id]);
    if (known.rowCount) return;
    await stripe.paymentIntents.create({ amount: 100, currency: 'eur' });
    await pool.query('INSERT INTO processed (id) VALUES ($1) ON CONFLICT DO NOTHING', [id]);
//        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ dedup-not-atomic after
  },
});