import { Kafka } from 'kafkajs';

const kafka = new Kafka({
  brokers: ['localhost:9092'],
  retry: { retries: 0 },
//         ^^^^^^^^^^ conflicting-client-options throws
});

export const producer = kafka.producer({ idempotent: true });