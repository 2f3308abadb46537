import { Kafka } from 'kafkajs';

const kafka = new Kafka({ clientId: 'w', brokers: ['localhost:9092'] });

const producer = kafka.producer({
  transactionalId: `w-${process.env.HOSTNAME}`,
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
