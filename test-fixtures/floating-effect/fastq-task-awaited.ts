import * as fastq from 'fastq';
import { Kafka } from 'kafkajs';
import { Pool } from 'pg';

const pool = new Pool();
const consumer = new Kafka({ clientId: 'boats', brokers: ['localhost:9092'] }).consumer({ groupId: 'boats' });

const boats = fastq.promise(see, 4);

async function see(id: string): Promise<void> {
  await pool.query('UPDATE boats SET seen = true WHERE id = $1', [id]);
}

export async function start(): Promise<void> {
  await consumer.run({
    eachBatch: async ({ batch }) => {
      await Promise.all(batch.messages.map((message) => boats.push(String(message.key))));
    },
  });
}
