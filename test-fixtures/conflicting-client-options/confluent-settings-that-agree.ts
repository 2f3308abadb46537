import { KafkaJS } from '@confluentinc/kafka-javascript';

const kafka = new KafkaJS.Kafka({ kafkaJS: { brokers: ['localhost:9092'] } });

export const producer = kafka.producer({
  acks: -1,
  'linger.ms': 5,
  kafkaJS: { transactionalId: 'routes-0', idempotent: true, maxInFlightRequests: 5, retry: { retries: 5 } },
});