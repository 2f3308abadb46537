import { Kafka } from 'kafkajs';
import PQueue from 'p-queue';
import { Pool } from 'pg';

const pool = new Pool();
const consumer = new Kafka({ clientId: 'boats', brokers: ['localhost:9092'] }).consumer({ groupId: 'boats' });

const queue = new PQueue({ concurrency: 4 });

function see(id: string): void {
  void queue.add(() => pool.query('UPDATE boats SET seen = true WHERE id = $1', [id]));
}

export async function start(): Promise<void> {
  await consumer.run({
    eachBatch: async ({ batch }) => {
      for (const message of batch.messages) see(String(message.key));
      await queue.onIdle();
    },
  });
}
