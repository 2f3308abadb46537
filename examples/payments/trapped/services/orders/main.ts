import { Kafka } from 'kafkajs';
import { Pool } from 'pg';
import { PaymentRequester } from './payment-requester.ts';

const kafka = new Kafka({ clientId: 'orders', brokers: (process.env.KAFKA_BROKERS ?? 'localhost:9092').split(',') });
const pool = new Pool({ connectionString: process.env.ORDERS_DATABASE_URL });

const producer = kafka.producer({
  transactionalId: process.env.TRANSACTIONAL_ID ?? 'orders-0',
  idempotent: true,
  maxInFlightRequests: 1,
});
const consumer = kafka.consumer({ groupId: 'orders' });
const requester = new PaymentRequester(producer, pool);

await producer.connect();
await consumer.connect();
await consumer.subscribe({ topics: ['orders.placed'] });
await consumer.run({
  eachMessage: ({ message }) => requester.onOrderPlaced(message),
});
