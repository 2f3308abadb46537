import { Kafka } from 'kafkajs';
import axios from 'axios';

const kafka = new Kafka({ clientId: 'orders', brokers: ['localhost:9092'] });
const producer = kafka.producer();

async function confirm(id: string): Promise<void> {
  try {
    await axios.put(`https://stock.example/reservations/${id}`, { state: 'confirmed' });
  } catch (error) {
//  ^^^^^^^^^^^^^ swallowed-failure caught
    console.error('not confirmed', error);
  }
}

async function confirmed(ids: readonly string[]): Promise<string> {
  for (const id of ids) await confirm(id);
  return ids.join();
}

async function announce(name: string, value: string): Promise<void> {
  await producer.send({ topic: 'orders.placed', messages: [{ key: name, value }] });
}

async function place(name: string, ids: readonly string[]): Promise<void> {
  const all = await confirmed(ids);
  await announce(name, all);
}

await kafka.consumer({ groupId: 'orders' }).run({
  eachMessage: async ({ message }) => {
    await place(String(message.key), String(message.value).split(','));
  },
});
