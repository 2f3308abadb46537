import { KafkaJS } from '@confluentinc/kafka-javascript';

const kafka = new KafkaJS.Kafka({ kafkaJS: { brokers: ['localhost:9092'] } });

export const producer = kafka.producer({ kafkaJS: { idempotent: true, maxInFlightRequests: 20 } });
//                                                                    ^^^^^^^^^^^^^^^^^^^^^^^ conflicting-client-options throws