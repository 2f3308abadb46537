import axios from 'axios';
import { Kafka } from 'kafkajs';
import { Pool } from 'pg';

const pool = new Pool();
const kafka = new Kafka({ clientId: 'notices', brokers: ['localhost:9092'] });

class Outbox {
  async put(id: string, body: string): Promise<void> {
    const isQueued = await this.enqueue(id, body);
    if (!isQueued) {
      await this.persist(id, body);
      return;
    }
    console.info('queued', id);
  }

  private async enqueue(id: string, body: string): Promise<boolean> {
    try {
      await axios.put(`https://queue.example/notices/${id}`, { body });
      return true;
    } catch (error) {
      console.error('not queued', error);
      return false;
    }
  }

  private async persist(id: string, body: string): Promise<void> {
    await pool.query('INSERT INTO notices (id, body) VALUES ($1, $2) ON CONFLICT (id) DO NOTHING', [id, body]);
  }
}

const outbox = new Outbox();

await kafka.consumer({ groupId: 'notices' }).run({
  eachMessage: async ({ message }) => {
    await outbox.put(String(message.key), String(message.value));
  },
});
