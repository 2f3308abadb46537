import { Kafka, type Transaction } from 'kafkajs';

const kafka = new Kafka({ clientId: 'w', brokers: ['localhost:9092'] });
const producer = kafka.producer({ transactionalId: process.env.TXN_ID ?? 'w-0' });
async function note(txn: Transaction): Promise<void> {
  await txn.send({ topic: 'late', messages: [{ value: 'x' }] });
//      ^^^^^^^^ use-after-settle used
}
export async function publish(rows: string[]): Promise<void> {
  const txn = await producer.transaction();
  try {
    await txn.send({ topic: 'out', messages: [{ value: rows[0] ?? '' }] });
    await txn.commit();
    await note(txn);
  } catch (error) {
    if (txn.isActive()) await txn.abort();
    throw error;
  }
}
