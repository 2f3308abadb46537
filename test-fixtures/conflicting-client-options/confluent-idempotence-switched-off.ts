import { KafkaJS } from '@confluentinc/kafka-javascript';

const kafka = new KafkaJS.Kafka({ kafkaJS: { brokers: ['localhost:9092'] } });

export const producer = kafka.producer({ kafkaJS: { transactionalId: 'routes-0', idempotent: false } });
//                                                                               ^^^^^^^^^^^^^^^^^ conflicting-client-options throws