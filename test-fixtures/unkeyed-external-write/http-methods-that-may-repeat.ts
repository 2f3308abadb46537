// preset: strict
import axios from 'axios';
import { Kafka } from 'kafkajs';

const api = axios.create({ baseURL: 'https://api.example' });

export async function start(): Promise<void> {
  const consumer = new Kafka({ clientId: 'mirror', brokers: ['localhost:9092'] }).consumer({ groupId: 'mirror' });
  await consumer.subscribe({ topics: ['mirror'] });
  await consumer.run({
    eachMessage: async ({ message }) => {
      const id = String(message.key);
      const { data } = await api.get(`/things/${id}`);
      await api.put(`/things/${id}`, { ...data, text: String(message.value) });
      await api.delete(`/drafts/${id}`);
      await fetch(`https://api.example/caches/${id}`, { method: 'DELETE' });
      await fetch(`https://api.example/things/${id}`);
    },
  });
}
