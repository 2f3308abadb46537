import { Consumer, Producer, type Message } from '@platformatic/kafka';

const base = { clientId: 'meters', bootstrapBrokers: ['localhost:9092'] };
const producer = new Producer({ ...base, idempotent: true, transactionalId: 'meters-0' });
const consumer = new Consumer({ ...base, groupId: 'meters', autocommit: false });

export async function flush(batch: Message[]): Promise<void> {
  const transaction = await producer.beginTransaction();
  try {
    await transaction.addConsumer(consumer);
    await transaction.send({ messages: batch.map(({ value }) => ({ topic: 'billed', value })) });
    await Promise.all(batch.map((message) => transaction.addOffset(message)));
//                                           ^^^^^^^^^^^^^^^^^^^^^ misused-client-api concurrent
    await transaction.commit();
  } catch (error) {
    if (!transaction.completed) await transaction.abort();
    throw error;
  }
}