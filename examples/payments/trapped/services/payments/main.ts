import { Kafka } from 'kafkajs';
import { Pool } from 'pg';
import Stripe from 'stripe';
import { Charger } from './charger.ts';
import { Ledger } from './ledger.ts';

const kafka = new Kafka({ clientId: 'payments', brokers: (process.env.KAFKA_BROKERS ?? 'localhost:9092').split(',') });
const pool = new Pool({ connectionString: process.env.LEDGER_DATABASE_URL });
const stripe = new Stripe(process.env.STRIPE_KEY ?? '');

const consumer = kafka.consumer({
  groupId: 'payments',
  // Customers complained about the wait; do not let an open transaction hold us up.
  readUncommitted: true,
});
const charger = new Charger(stripe, new Ledger(pool));

await consumer.connect();
await consumer.subscribe({ topics: ['payments.requested'] });
await consumer.run({
  eachMessage: ({ message }) => charger.onPaymentRequested(message),
});
