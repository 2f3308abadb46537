import { Consumer, Producer, type Message } from '@platformatic/kafka';

const base = { clientId: 'meters', bootstrapBrokers: ['localhost:9092'] };
const producer = new Producer({ ...base, idempotent: true, transactionalId: 'meters-0' });
const consumer = new Consumer({ ...base, groupId: 'meters', autocommit: false });

export async function flush(batch: readonly Message[]): Promise<void> {
  const transaction = await producer.beginTransaction();
  try {
    await transaction.addConsumer(consumer);
    for (const message of batch) {
      await transaction.send({ messages: [{ topic: 'billed', value: message.value }] });
      await transaction.addOffset(message);
    }
    await transaction.commit();
  } catch (error) {
    if (!transaction.completed) await transaction.abort();
    throw error;
  }
}