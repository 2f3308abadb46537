// preset: strict
import axios from 'axios';
import { Kafka } from 'kafkajs';

const bank = axios.create({ baseURL: 'https://bank.example' });

export async function start(): Promise<void> {
  const consumer = new Kafka({ clientId: 'wires', brokers: ['localhost:9092'] }).consumer({ groupId: 'wires' });
  await consumer.subscribe({ topics: ['wires'] });
  await consumer.run({
    eachMessage: async ({ message }) => {
      const wire = JSON.parse(String(message.value));
      await bank.post('/wires', wire, { headers: { 'Idempotency-Key': wire.id } });
      await fetch(`https://bank.example/limits/${wire.account}`, {
        method: 'post',
        headers: { 'idempotency-key': `${wire.account}-${message.offset}` },
        body: JSON.stringify({ cents: wire.cents }),
      });
    },
  });
}
