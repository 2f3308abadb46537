import { Kafka } from 'kafkajs';
import { Pool } from 'pg';

const pool = new Pool();
const kafka = new Kafka({ clientId: 'boats', brokers: ['localhost:9092'] });
const consumer = kafka.consumer({ groupId: 'boats' });

class Boats {
  async start(): Promise<void> {
    await consumer.run({ autoCommit: false, eachMessage: async ({ message }) => this.save(message) });
//                       ^^^^^^^^^^^^^^^^^ offset-never-committed off
  }

  private async save(message: { key: Buffer | null; value: Buffer | null }): Promise<void> {
    await pool.query('UPDATE boats SET port = $1 WHERE id = $2', [String(message.value), String(message.key)]);
  }
}

await new Boats().start();
