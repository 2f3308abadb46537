import { Kafka } from 'kafkajs';
import { randomUUID } from 'node:crypto';
const kafka = new Kafka({ clientId: 'w', brokers: ['localhost:9092'] });
const ID = `w-${randomUUID()}`;
//         ^^^^^^^^^^^^^^^^^^^ unstable-transactional-id unstable
const producer = kafka.producer({
  transactionalId: ID,
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
