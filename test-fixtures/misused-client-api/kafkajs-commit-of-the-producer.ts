import { Kafka, type Producer } from 'kafkajs';

export class Session {
  constructor(private readonly producer: Producer) {}

  async commit(): Promise<void> {
    // @ts-expect-error as people write it
    await this.producer.commit();
//        ^^^^^^^^^^^^^^^^^^^^ misused-client-api noSuchMethod
  }

  async abort(): Promise<void> {
    // @ts-expect-error as people write it
    await this.producer.abort();
//        ^^^^^^^^^^^^^^^^^^^ misused-client-api noSuchMethod
  }
}

export const kafka = new Kafka({ brokers: ['localhost:9092'] });