import { Kafka } from 'kafkajs';

export async function once(kafka: Kafka, value: string): Promise<void> {
  const producer = kafka.producer({ transactionalId: `once-${Date.now()}` });
  await producer.connect();
  const txn = await producer.transaction();
  try {
    await txn.send({ topic: 'out', messages: [{ value }] });
    await txn.commit();
  } catch (error) {
    if (txn.isActive()) await txn.abort();
    throw error;
  } finally {
    await producer.disconnect();
  }
}
