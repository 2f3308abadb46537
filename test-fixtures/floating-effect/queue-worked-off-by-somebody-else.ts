import { Kafka } from 'kafkajs';
import PQueue from 'p-queue';
import { Pool } from 'pg';

const pool = new Pool();
const consumer = new Kafka({ clientId: 'boats', brokers: ['localhost:9092'] }).consumer({ groupId: 'boats' });

const queue = new PQueue({ concurrency: 4 });

export async function start(): Promise<void> {
  await consumer.run({
    eachMessage: async ({ message }) => {
      void queue.add(() => pool.query('UPDATE boats SET seen = true WHERE id = $1', [String(message.key)]));
//         ^^^^^^^^^ floating-effect callbacks
    },
  });
}

export async function stop(): Promise<void> {
  await consumer.disconnect();
  await queue.onIdle();
}
