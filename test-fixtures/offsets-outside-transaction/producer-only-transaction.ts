import { Kafka } from 'kafkajs';

const producer = new Kafka({ clientId: 'seed', brokers: ['localhost:9092'] }).producer({ transactionalId: 'seed-0' });

export async function publishAll(rows: readonly { readonly id: string; readonly text: string }[]): Promise<void> {
  const txn = await producer.transaction();
  try {
    for (const row of rows) {
      await txn.send({ topic: 'rows', messages: [{ key: row.id, value: row.text }] });
    }
    await txn.commit();
  } catch (error) {
    if (txn.isActive()) await txn.abort();
    throw error;
  }
}
