import type { Kafka, ProducerConfig } from 'kafkajs';

export async function load(kafka: Kafka, options: ProducerConfig): Promise<void> {
  const transaction = await kafka.producer(options).transaction();
  try {
    await transaction.send({ topic: 'tariffs', messages: [{ key: 'a', value: 'x' }] });
    await transaction.commit();
  } catch (error) {
    if (transaction.isActive()) await transaction.abort();
    throw error;
  }
}