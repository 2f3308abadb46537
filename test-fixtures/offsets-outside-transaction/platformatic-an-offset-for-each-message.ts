import { Consumer, Producer, type Message } from '@platformatic/kafka';

const bootstrapBrokers = ['localhost:9092'];
const producer = new Producer({ clientId: 'bins', bootstrapBrokers, idempotent: true, transactionalId: 'bins-0' });
const consumer = new Consumer({ clientId: 'bins', groupId: 'bins', bootstrapBrokers, autocommit: false });

async function flush(batch: readonly Message[]): Promise<void> {
  const transaction = await producer.beginTransaction();
  try {
    await transaction.addConsumer(consumer);
    await transaction.send({ messages: batch.map(({ key, value }) => ({ topic: 'bins.level', key, value })) });
    for (const message of batch) await transaction.addOffset(message);
    await transaction.commit();
  } catch (error) {
    if (!transaction.completed) await transaction.abort();
    throw error;
  }
}

export async function run(): Promise<void> {
  let batch: Message[] = [];
  for await (const message of await consumer.consume({ topics: ['bins.counted'], mode: 'committed' })) {
    batch.push(message);
    if (batch.length < 50) continue;
    await flush(batch);
    batch = [];
  }
}
