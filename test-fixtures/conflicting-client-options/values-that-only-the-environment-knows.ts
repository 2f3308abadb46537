import { Kafka } from 'kafkajs';

const kafka = new Kafka({ brokers: ['localhost:9092'] });
const producer = kafka.producer({
  idempotent: process.env['IDEMPOTENT'] === 'true',
  retry: { retries: Number(process.env['RETRIES']) },
});

export async function publish(key: string): Promise<void> {
  await producer.send({ topic: 'prices', acks: 1, messages: [{ key, value: 'x' }] });
}