import { Kafka } from 'kafkajs';
import { Pool } from 'pg';
import Stripe from 'stripe';
import { Charger } from './charger.ts';
import { Ledger } from './ledger.ts';

const kafka = new Kafka({ clientId: 'payments', brokers: (process.env.KAFKA_BROKERS ?? 'localhost:9092').split(',') });
const pool = new Pool({ connectionString: process.env.LEDGER_DATABASE_URL });
const stripe = new Stripe(process.env.STRIPE_KEY ?? '');

// read_committed is what kafkajs does when nothing is said.
const consumer = kafka.consumer({ groupId: 'payments' });
const charger = new Charger(stripe, new Ledger(pool));

await consumer.connect();
await consumer.subscribe({ topics: ['payments.requested'] });
await consumer.run({
  eachMessage: (payload) => charger.onPaymentRequested(payload),
});
