import { Kafka } from 'kafkajs';
import { consumerConfig } from './config';

export const consumer = new Kafka({ brokers: ['localhost:9092'] }).consumer(consumerConfig);