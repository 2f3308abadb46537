// preset: strict
import express from 'express';
import { Kafka } from 'kafkajs';

const kafka = new Kafka({ brokers: ['localhost:9092'] });
const app = express();
app.post('/orders', async (req, res) => {
  const value = String(req.body);
  const producer = kafka.producer({ transactionalId: `w-${req.params.id}` });
  await producer.connect();
  try {
    const txn = await producer.transaction();
    try {
      await txn.send({ topic: 'out', messages: [{ value }] });
      await txn.commit();
    } catch (error) {
      if (txn.isActive()) await txn.abort();
      throw error;
    }
  } finally {
    await producer.disconnect();
  }
  res.end();
});
