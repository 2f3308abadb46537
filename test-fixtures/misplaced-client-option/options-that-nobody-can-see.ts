import { Kafka } from 'kafkajs';

export function consumerOf(kafka: Kafka, options: { groupId: string }) {
  return kafka.consumer(options);
}