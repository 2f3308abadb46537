import { Kafka, type Transaction } from 'kafkajs';

const kafka = new Kafka({ clientId: 'w', brokers: ['localhost:9092'] });
const producer = kafka.producer({ transactionalId: process.env.TXN_ID ?? 'w-0' });
async function finish(txn: Transaction, rows: string[]): Promise<void> {
  for (const row of rows) await txn.send({ topic: 'out', messages: [{ value: row }] });
  await txn.commit();
}
export async function publish(rows: string[]): Promise<void> {
  const txn = await producer.transaction();
  try {
    await finish(txn, rows);
    await txn.send({ topic: 'late', messages: [{ value: 'x' }] });
//        ^^^^^^^^ use-after-settle used
  } catch (error) {
    if (txn.isActive()) await txn.abort();
    throw error;
  }
}
