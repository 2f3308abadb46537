import { Kafka } from 'kafkajs';

class Producer {
  async commit(): Promise<void> {
    await Promise.resolve();
  }
}

export const kafka = new Kafka({ brokers: ['localhost:9092'] });

export async function finish(producer: Producer): Promise<void> {
  await producer.commit();
}