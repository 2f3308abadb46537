import { Kafka } from 'kafkajs';

const producer = new Kafka({ brokers: ['localhost:9092'] }).producer({ idempotent: true });

export async function load(key: string): Promise<void> {
  const transaction = await producer.transaction();
//                          ^^^^^^^^^^^^^^^^^^^^ misused-client-api noTransactionalId
  try {
    await transaction.send({ topic: 'tariffs', messages: [{ key, value: 'x' }] });
    await transaction.commit();
  } catch (error) {
    if (transaction.isActive()) await transaction.abort();
    throw error;
  }
}