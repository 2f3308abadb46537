import { Kafka, type Producer } from 'kafkajs';

class Runner {
  constructor(private readonly producer: Producer) {}

  async run(value: string): Promise<void> {
    const txn = await this.producer.transaction();
    try {
      await txn.send({ topic: 'out', messages: [{ value }] });
      await txn.commit();
    } catch (error) {
      if (txn.isActive()) await txn.abort();
      throw error;
    }
  }
}

export const runner = new Runner(new Kafka({ brokers: ['localhost:9092'] }).producer({ transactionalId: 'w-0' }));
