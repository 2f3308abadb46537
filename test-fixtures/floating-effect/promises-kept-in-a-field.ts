import { Kafka } from 'kafkajs';
import { Pool } from 'pg';

const pool = new Pool();
const kafka = new Kafka({ clientId: 'visits', brokers: ['localhost:9092'] });

class Visits {
  private readonly writes: Promise<unknown>[] = [];
  readonly #batch: Promise<unknown>[] = [];

  async begun(id: string): Promise<void> {
    this.writes.push(pool.query('UPDATE visits SET seen = true WHERE id = $1', [id]));
//                   ^^^^^^^^^^ floating-effect parked
  }

  async ended(id: string): Promise<void> {
    this.#batch.push(pool.query('UPDATE visits SET seen = false WHERE id = $1', [id]));
    if (this.#batch.length > 20) await this.flush();
  }

  async flush(): Promise<void> {
    for (const write of this.#batch.splice(0)) await write;
  }
}

const visits = new Visits();

export async function start(): Promise<void> {
  await kafka.consumer({ groupId: 'visits' }).run({
    eachMessage: async ({ message }) => {
      if (String(message.value) === 'begun') await visits.begun(String(message.key));
      else await visits.ended(String(message.key));
    },
  });
}
