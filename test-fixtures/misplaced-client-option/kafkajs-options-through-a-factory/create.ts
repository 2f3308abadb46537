import { Kafka } from 'kafkajs';

export function createConsumer(options: object) {
  const kafka = new Kafka({ brokers: ['localhost:9092'] });
  return kafka.consumer({ groupId: 'archive', ...options });
}