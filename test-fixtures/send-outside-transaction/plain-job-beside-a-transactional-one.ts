import { Kafka } from 'kafkajs';

const kafka = new Kafka({ clientId: 'w', brokers: ['localhost:9092'] });
const producer = kafka.producer({ transactionalId: process.env.TXN_ID ?? 'w-0' });
export async function plainly(value: string): Promise<void> {
  await producer.send({ topic: 'plain', messages: [{ value }] });
}
export async function publish(rows: string[]): Promise<void> {
  const txn = await producer.transaction();
  try {
    for (const row of rows) await txn.send({ topic: 'out', messages: [{ value: row }] });
    await txn.commit();
  } catch (error) {
    if (txn.isActive()) await txn.abort();
    throw error;
  }
}
