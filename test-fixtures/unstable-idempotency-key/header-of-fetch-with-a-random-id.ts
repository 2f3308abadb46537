import { randomUUID } from 'node:crypto';
import { Kafka } from 'kafkajs';

export async function start(): Promise<void> {
  const consumer = new Kafka({ clientId: 'rents', brokers: ['localhost:9092'] }).consumer({ groupId: 'rents' });
  await consumer.subscribe({ topics: ['rents'] });
  await consumer.run({
    eachMessage: async ({ message }) => {
      await fetch('https://carrier.internal/bookings', {
        method: 'POST',
        body: message.value,
        headers: { 'idempotency-key': randomUUID() },
//                                    ^^^^^^^^^^^^ unstable-idempotency-key key
      });
    },
  });
}
