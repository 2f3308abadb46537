import { Kafka } from 'kafkajs';
import { Pool } from 'pg';

const kafka = new Kafka({ clientId: 'leads', brokers: ['localhost:9092'] });
const producer = kafka.producer();
const pool = new Pool();
const taken = new Set<string>();

export async function start(): Promise<void> {
  const consumer = kafka.consumer({ groupId: 'leads' });
  await consumer.subscribe({ topics: ['leads.submitted'] });
  await consumer.run({
    eachMessage: async ({ message }) => {
      const lead = String(message.key);
      if (taken.has(lead)) return;
//        ^^^^^^^^^ in-memory-dedup guard
      await pool.query('INSERT INTO leads (name) VALUES ($1)', [lead]);
      await producer.send({ topic: 'leads.taken', messages: [{ key: lead, value: message.value }] });
      taken.add(lead);
    },
  });
}
