import { Kafka, type Producer } from 'kafkajs';

export function open(kafka: Kafka, options: { transactionalId?: string }): Producer {
  return kafka.producer({ transactionalId: options.transactionalId });
}
