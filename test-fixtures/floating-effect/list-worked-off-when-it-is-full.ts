import { Kafka } from 'kafkajs';
import { Pool } from 'pg';

const pool = new Pool();
const consumer = new Kafka({ clientId: 'boats', brokers: ['localhost:9092'] }).consumer({ groupId: 'boats' });

class Boats {
  private seen: string[] = [];

  async see(id: string): Promise<void> {
    this.seen.push(id);
//  ^^^^^^^^^^^^^^ floating-effect queued
    if (this.seen.length >= 100) await this.flush();
  }

  private async flush(): Promise<void> {
    const ids = this.seen;
    this.seen = [];
    await pool.query('UPDATE boats SET seen = true WHERE id = ANY($1)', [ids]);
  }
}

const boats = new Boats();

export async function start(): Promise<void> {
  await consumer.run({
    eachMessage: async ({ message }) => {
      await boats.see(String(message.key));
    },
  });
}
