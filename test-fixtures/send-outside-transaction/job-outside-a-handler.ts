import { Kafka } from 'kafkajs';

const kafka = new Kafka({ clientId: 'w', brokers: ['localhost:9092'] });
const producer = kafka.producer({ transactionalId: process.env.TXN_ID ?? 'w-0' });

export async function publish(rows: string[]): Promise<void> {
  const txn = await producer.transaction();
  try {
    for (const row of rows) await producer.send({ topic: 'out', messages: [{ value: row }] });
//                                ^^^^^^^^^^^^^ send-outside-transaction outside
    await txn.send({ topic: 'done', messages: [{ value: 'all' }] });
    await txn.commit();
  } catch (error) {
    if (txn.isActive()) await txn.abort();
    throw error;
  }
}
