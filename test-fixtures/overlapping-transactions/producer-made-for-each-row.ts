import { Kafka } from 'kafkajs';

const kafka = new Kafka({ clientId: 'w', brokers: ['localhost:9092'] });
async function issue(value: string): Promise<void> {
  const own = kafka.producer({ transactionalId: `w-${value}` });
  await own.connect();
  const txn = await own.transaction();
  try {
    await txn.send({ topic: 'out', messages: [{ value }] });
    await txn.commit();
  } catch (error) {
    if (txn.isActive()) await txn.abort();
    throw error;
  } finally {
    await own.disconnect();
  }
}
export async function publish(rows: string[]): Promise<void> {
  await Promise.all(rows.map((row) => issue(row)));
}
