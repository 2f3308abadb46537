import { Kafka } from 'kafkajs';

const kafka = new Kafka({ clientId: 'w', brokers: ['localhost:9092'] });
const producer = kafka.producer({ transactionalId: process.env.TXN_ID ?? 'w-0' });
export async function open() {
  return producer.transaction();
}
export async function publish(): Promise<void> {
  return;
}
