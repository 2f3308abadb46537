import { Kafka } from 'kafkajs';
import { Pool } from 'pg';

const kafka = new Kafka({ clientId: 'enrich', brokers: ['localhost:9092'] });
const producer = kafka.producer();
const pool = new Pool();
const countries = new Map<string, string>();

async function countryOf(customer: string): Promise<string> {
  const cached = countries.get(customer);
  if (cached !== undefined) return cached;
  const { rows } = await pool.query('SELECT country FROM customers WHERE id = $1', [customer]);
  countries.set(customer, rows[0].country);
  return rows[0].country;
}

export async function start(): Promise<void> {
  const consumer = kafka.consumer({ groupId: 'enrich' });
  await consumer.subscribe({ topics: ['orders.raw'] });
  await consumer.run({
    eachMessage: async ({ message }) => {
      const customer = String(message.key);
      const country = await countryOf(customer);
      await producer.send({ topic: 'orders.enriched', messages: [{ key: customer, value: country }] });
    },
  });
}
