import { Kafka } from 'kafkajs';
import { quick } from './defaults';

export const producer = new Kafka({ brokers: ['localhost:9092'] }).producer({ ...quick, maxInFlightRequests: 1 });