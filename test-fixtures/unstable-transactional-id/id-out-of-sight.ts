import { Kafka } from 'kafkajs';

const kafka = new Kafka({ clientId: 'w', brokers: ['localhost:9092'] });
declare const settings: { transactionalId: string };
const producer = kafka.producer({
  transactionalId: settings.transactionalId,
});
async function issue(value: string): Promise<void> {
  const txn = await producer.transaction();
  try {
    await txn.send({ topic: 'out', messages: [{ value }] });
    await txn.commit();
  } catch (error) {
    if (txn.isActive()) await txn.abort();
    throw error;
  }
}
export async function publish(rows: string[]): Promise<void> {
  await issue(rows[0] ?? '');
}
