import { Kafka } from 'kafkajs';

const kafka = new Kafka({ clientId: 'w', brokers: ['localhost:9092'] });
const producer = kafka.producer({ transactionalId: process.env.TXN_ID ?? 'w-0' });

export async function publish(rows: string[]): Promise<void> {
  const txn = await producer.transaction();
  try {
    for (const row of rows) {
      try {
        await txn.send({ topic: 'out', messages: [{ value: row }] });
      } catch (error) {
//      ^^^^^^^^^^^^^ failed-send-committed caught
        console.warn('skipped', row, error);
      }
    }
    await txn.commit();
  } catch (error) {
    if (txn.isActive()) await txn.abort();
    throw error;
  }
}
