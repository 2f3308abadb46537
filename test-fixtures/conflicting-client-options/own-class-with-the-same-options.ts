import { Kafka } from 'kafkajs';

class Bus {
  producer(options: { idempotent: boolean; retry: { retries: number } }): string {
    return JSON.stringify(options);
  }
}

export const kafka = new Kafka({ brokers: ['localhost:9092'] });
export const name = new Bus().producer({ idempotent: true, retry: { retries: 0 } });
