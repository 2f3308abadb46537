import { Kafka } from 'kafkajs';
import axios from 'axios';
import { tell } from './told.js';

const urls = new Map<string, string>();
const kafka = new Kafka({ clientId: 'presses', brokers: ['localhost:9092'] });

async function add(value: string): Promise<{ readonly ack: boolean }> {
  const url = urls.get(value);
  if (!url) return { ack: false };
  await axios.post(url, { value });
  return { ack: true };
}

await kafka.consumer({ groupId: 'presses' }).run({
  eachMessage: async ({ message }) => {
    let ack;
    let attempts = 0;
    while (attempts < 3) {
      try {
        const answer = await add(String(message.value));
        ack = answer.ack;
        if (ack) {
          await tell(`${String(message.key)} is in the queue`);
          break;
        }
      } catch (error) {
        console.warn(`attempt ${attempts}`, error);
      }
      attempts++;
    }
    if (!ack) throw new Error('not in the queue');
  },
});

await kafka.consumer({ groupId: 'presses-told-to-the-log' }).run({
  eachMessage: async ({ message }) => {
    let ack;
    let attempts = 0;
    while (attempts < 3) {
      try {
        const answer = await add(String(message.value));
        ack = answer.ack;
        if (ack) {
          await tell(`${String(message.key)} is in the queue`);
          break;
        }
      } catch (error) {
//      ^^^^^^^^^^^^^ swallowed-failure caught
        console.warn(`attempt ${attempts}`, error);
      }
      attempts++;
    }
    if (!ack) console.error('not in the queue');
  },
});

await kafka.consumer({ groupId: 'presses-of-many-sheets' }).run({
  eachMessage: async ({ message }) => {
    let ack;
    for (const sheet of String(message.value).split(' ')) {
      try {
        const answer = await add(sheet);
        ack = answer.ack;
      } catch (error) {
//      ^^^^^^^^^^^^^ swallowed-failure caught
        if (!ack) throw error;
        console.warn('sheet', error);
      }
    }
  },
});
