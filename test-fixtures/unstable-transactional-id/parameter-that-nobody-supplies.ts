import { Kafka, type Producer } from 'kafkajs';

export function open(kafka: Kafka, transactionalId: string): Producer {
  return kafka.producer({ transactionalId });
}
