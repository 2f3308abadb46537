import { Kafka } from 'kafkajs';

const kafka = new Kafka({ clientId: 'w', brokers: ['localhost:9092'] });
const producer = kafka.producer({ transactionalId: process.env.TXN_ID ?? 'w-0' });
import cron from 'node-cron';
async function issue(value: string): Promise<void> {
  const txn = await producer.transaction();
//                  ^^^^^^^^^^^^^^^^^^^^ overlapping-transactions requests
  try {
    await txn.send({ topic: 'out', messages: [{ value }] });
    await txn.commit();
  } catch (error) {
    if (txn.isActive()) await txn.abort();
    throw error;
  }
}
cron.schedule('* * * * *', async () => issue('tick'));
export async function publish(rows: string[]): Promise<void> {
  await issue(rows[0] ?? '');
}
