import { Kafka } from 'kafkajs';

export const producer = new Kafka({ brokers: ['localhost:9092'] }).producer({
  idempotent: true,
  acks: -1,
//^^^^^^^^ misplaced-client-option ignored
});