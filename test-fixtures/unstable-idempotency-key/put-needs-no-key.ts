import axios from 'axios';
import { randomUUID } from 'node:crypto';
import { Kafka } from 'kafkajs';

export async function start(): Promise<void> {
  const consumer = new Kafka({ clientId: 'rents', brokers: ['localhost:9092'] }).consumer({ groupId: 'rents' });
  await consumer.subscribe({ topics: ['rents'] });
  await consumer.run({
    eachMessage: async ({ message }) => {
      const rent = JSON.parse(String(message.value));
      await axios.put(`https://carrier.internal/bookings/${rent.id}`, rent, { headers: { 'Idempotency-Key': randomUUID() } });
    },
  });
}
