import { KafkaJS } from '@confluentinc/kafka-javascript';

const kafka = new KafkaJS.Kafka({ kafkaJS: { brokers: ['localhost:9092'], clientId: 'shadow' } });

export const producer = kafka.producer({ acks: -1, 'enable.idempotence': true, 'linger.ms': 5 });
export const other = kafka.producer({ kafkaJS: { idempotent: true, acks: -1, transactionTimeout: 30_000 } });
export const consumer = kafka.consumer({ 'group.id': 'shadow', 'enable.auto.commit': false });
export const reader = kafka.consumer({ kafkaJS: { groupId: 'reader', autoCommit: true, readUncommitted: false } });