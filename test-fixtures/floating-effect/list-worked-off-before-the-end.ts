import { Kafka } from 'kafkajs';
import { Pool } from 'pg';

const pool = new Pool();
const consumer = new Kafka({ clientId: 'boats', brokers: ['localhost:9092'] }).consumer({ groupId: 'boats' });

class Boats {
  private seen: string[] = [];

  constructor() {
    setInterval(() => void this.flush(), 1000);
  }

  async see(id: string): Promise<void> {
    this.seen.push(id);
    if (this.seen.length >= 100) await this.flush();
  }

  async flush(): Promise<void> {
    if (this.seen.length === 0) return;
    const ids = this.seen;
    this.seen = [];
    await pool.query('UPDATE boats SET seen = true WHERE id = ANY($1)', [ids]);
  }
}

const boats = new Boats();

export async function start(): Promise<void> {
  await consumer.run({
    eachBatch: async ({ batch }) => {
      for (const message of batch.messages) await boats.see(String(message.key));
      await boats.flush();
    },
  });
}
