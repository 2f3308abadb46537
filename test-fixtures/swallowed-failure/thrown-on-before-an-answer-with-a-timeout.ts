import { Kafka } from 'kafkajs';
import { Pool } from 'pg';

const pool = new Pool();
const consumer = new Kafka({ clientId: 'boats', brokers: ['localhost:9092'] }).consumer({ groupId: 'boats' });
const waiting = new Map<string, (answer: string) => void>();

function answerOf(id: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const timeout = setTimeout(() => {
      waiting.delete(id);
      reject(new Error('no answer'));
    }, 1000);
    waiting.set(id, (answer) => {
      clearTimeout(timeout);
      resolve(answer);
    });
  });
}

export async function start(): Promise<void> {
  await consumer.run({
    eachMessage: async ({ message }) => {
      const id = String(message.key);
      try {
        await pool.query('UPDATE boats SET port = $1 WHERE id = $2', [String(message.value), id]);
      } catch (error) {
        console.error(error);
        throw error;
      }
      await answerOf(id);
    },
  });
}
