import { Producer, ProduceAcks } from '@platformatic/kafka';

const producer = new Producer({
  clientId: 'tariffs',
  bootstrapBrokers: ['localhost:9092'],
  transactionalId: 'tariffs-0',
  idempotent: true,
  acks: ProduceAcks.ALL,
});

export async function load(value: Buffer): Promise<void> {
  const transaction = await producer.beginTransaction();
  try {
    await transaction.send({ messages: [{ topic: 'tariffs', value }], acks: ProduceAcks.ALL });
    await transaction.commit();
  } catch (error) {
    if (!transaction.completed) await transaction.abort();
    throw error;
  }
}