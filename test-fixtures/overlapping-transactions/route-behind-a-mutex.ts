import { Kafka } from 'kafkajs';

const kafka = new Kafka({ clientId: 'w', brokers: ['localhost:9092'] });
const producer = kafka.producer({ transactionalId: process.env.TXN_ID ?? 'w-0' });
import express from 'express';
import { Mutex } from 'async-mutex';
const app = express();
const mutex = new Mutex();
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
app.post('/orders', async (req, res) => {
  await mutex.runExclusive(() => issue(String(req.body)));
  res.end();
});
export async function publish(rows: string[]): Promise<void> {
  await issue(rows[0] ?? '');
}
