import { Kafka } from 'kafkajs';
import { Pool } from 'pg';
import { PaymentRequester } from './payment-requester.ts';

const groupId = 'orders';
const kafka = new Kafka({ clientId: 'orders', brokers: (process.env.KAFKA_BROKERS ?? 'localhost:9092').split(',') });
const pool = new Pool({ connectionString: process.env.ORDERS_DATABASE_URL });

const transactionalId = process.env.TRANSACTIONAL_ID;
if (transactionalId === undefined)
  throw new Error('TRANSACTIONAL_ID must be set: one value per instance, kept over restarts.');

const producer = kafka.producer({ transactionalId, idempotent: true, maxInFlightRequests: 1 });
const consumer = kafka.consumer({ groupId });
const requester = new PaymentRequester(producer, pool, groupId);

await producer.connect();
await consumer.connect();
await consumer.subscribe({ topics: ['orders.placed'] });
await consumer.run({
  autoCommit: false,
  eachMessage: (payload) => requester.onOrderPlaced(payload),
});
