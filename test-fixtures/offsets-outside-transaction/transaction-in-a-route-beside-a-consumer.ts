import express from 'express';
import { Kafka } from 'kafkajs';

const app = express();
const kafka = new Kafka({ clientId: 'carts', brokers: ['localhost:9092'] });
const producer = kafka.producer({ transactionalId: 'carts-0' });
const notes = kafka.producer();

app.post('/carts', async (request, response) => {
  const txn = await producer.transaction();
//                  ^^^^^^^^^^^^^^^^^^^^ overlapping-transactions requests
  try {
    await txn.send({ topic: 'carts', messages: [{ key: request.body.id, value: 'opened' }] });
    await txn.send({ topic: 'carts.audit', messages: [{ key: request.body.id, value: 'opened' }] });
    await txn.commit();
    response.sendStatus(202);
  } catch (error) {
    if (txn.isActive()) await txn.abort();
    response.sendStatus(503);
  }
});

export async function start(): Promise<void> {
  const consumer = kafka.consumer({ groupId: 'carts' });
  await consumer.subscribe({ topics: ['carts'] });
  await consumer.run({
    eachMessage: async ({ message }) => {
      await notes.send({ topic: 'carts.notes', messages: [{ key: message.key, value: message.value }] });
    },
  });
}
