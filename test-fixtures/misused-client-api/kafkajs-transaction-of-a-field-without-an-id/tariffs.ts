import { Kafka, type Producer } from 'kafkajs';

export class Tariffs {
  private readonly producer: Producer = new Kafka({ brokers: ['localhost:9092'] }).producer();

  async load(key: string): Promise<void> {
    const transaction = await this.producer.transaction();
//                            ^^^^^^^^^^^^^^^^^^^^^^^^^ misused-client-api noTransactionalId
    try {
      await transaction.send({ topic: 'tariffs', messages: [{ key, value: 'x' }] });
      await transaction.commit();
    } catch (error) {
      if (transaction.isActive()) await transaction.abort();
      throw error;
    }
  }
}