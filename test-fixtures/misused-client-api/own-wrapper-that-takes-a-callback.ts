import { Kafka, type Transaction } from 'kafkajs';

const producer = new Kafka({ brokers: ['localhost:9092'] }).producer({ transactionalId: 'tariffs-0' });

class Bus {
  async transaction(work: (transaction: Transaction) => Promise<void>): Promise<void> {
    const transaction = await producer.transaction();
    try {
      await work(transaction);
      await transaction.commit();
    } catch (error) {
      if (transaction.isActive()) await transaction.abort();
      throw error;
    }
  }
}

export async function load(key: string): Promise<void> {
  await new Bus().transaction(async (transaction) => {
    await transaction.send({ topic: 'tariffs', messages: [{ key, value: 'x' }] });
  });
}