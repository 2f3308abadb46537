import { Kafka } from 'kafkajs';
import { consumerConfig } from './kafka-config';

const kafka = new Kafka({ clientId: 'billing-dashboard', brokers: ['localhost:9092'] });

export async function start(): Promise<void> {
  const consumer = kafka.consumer(consumerConfig);
  await consumer.subscribe({ topics: ['billing'] });
  await consumer.run({ eachMessage: async ({ message }) => console.info(String(message.value)) });
}
