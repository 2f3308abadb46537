import { Kafka } from 'kafkajs';

const kafka = new Kafka({ brokers: ['localhost:9092'], retry: { retries: 0 } });

export const producer = kafka.producer({ idempotent: true, retry: { retries: 10 } });
export const consumer = kafka.consumer({ groupId: 'prices', retry: { retries: 0 } });