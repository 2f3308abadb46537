import { Kafka } from 'kafkajs';

const kafka = new Kafka({ clientId: 'w', brokers: ['localhost:9092'] });
const producer = kafka.producer({ transactionalId: process.env.TXN_ID ?? 'w-0' });
import express from 'express';
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
export function serve(): void {
  const app = express();
  app.get('/orders', async (req, res) => {
    await issue(String(req.url));
    res.end();
  });
  app.listen(80);
}
export async function publish(rows: string[]): Promise<void> {
  await issue(rows[0] ?? '');
}
