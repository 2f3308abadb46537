import { Kafka, type Consumer, type ConsumerConfig } from 'kafkajs';

const kafka = new Kafka({ clientId: 'house', brokers: ['localhost:9092'] });

export function createConsumer(config: ConsumerConfig): Consumer {
  return kafka.consumer(config);
}
