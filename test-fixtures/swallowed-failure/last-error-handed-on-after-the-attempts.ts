import { Kafka, type Producer } from 'kafkajs';
import axios from 'axios';

const kafka = new Kafka({ clientId: 'ferries', brokers: ['localhost:9092'] });
const producer = kafka.producer();

function deadLetters(to: Producer): { readonly put: (value: Buffer | null, reason: string) => Promise<void> } {
  return {
    async put(value, reason) {
      await to.send({ topic: 'ferries.dead', messages: [{ value, headers: { reason } }] });
    },
  };
}

const dead = deadLetters(producer);

await kafka.consumer({ groupId: 'ferries' }).run({
  eachMessage: async ({ message }) => {
    let last: Error | null = null;
    for (let attempt = 1; attempt <= 3; attempt += 1) {
      try {
        await axios.put(`https://harbour.example/ferries/${String(message.key)}`, { berth: String(message.value) });
        return;
      } catch (error) {
        last = error instanceof Error ? error : new Error(String(error));
      }
    }
    const reason = last?.message ?? 'unknown';
    await dead.put(message.value, reason);
  },
});

await kafka.consumer({ groupId: 'ferries-log' }).run({
  eachMessage: async ({ message }) => {
    let last: Error | null = null;
    for (let attempt = 1; attempt <= 3; attempt += 1) {
      try {
        await axios.put(`https://log.example/ferries/${String(message.key)}`, { berth: String(message.value) });
        return;
      } catch (error) {
//      ^^^^^^^^^^^^^ swallowed-failure caught
        last = error instanceof Error ? error : new Error(String(error));
      }
    }
    console.error(last?.message ?? 'unknown');
  },
});
