// preset: strict
import { appendFileSync } from 'node:fs';
import { appendFile } from 'node:fs/promises';
import { Kafka } from 'kafkajs';
import { Pool } from 'pg';

const pool = new Pool();

const logger = (text: string): void => {
  appendFileSync('/var/log/orders.txt', `${text}\n`);
};

class FileLogger {
  async write(text: string): Promise<void> {
    await appendFile('/var/log/slow-orders.txt', `${text}\n`);
  }
}


class AppLoggerService {
  async failed(text: string): Promise<void> {
    this.kept(text).catch(() => undefined);
  }

  private async kept(text: string): Promise<void> {
    await appendFile("/var/log/failed-orders.txt", `${text}\n`);
  }
}

const slow = new FileLogger();
const app = new AppLoggerService();

export async function start(): Promise<void> {
  const consumer = new Kafka({ clientId: 'orders', brokers: ['localhost:9092'] }).consumer({ groupId: 'orders' });
  await consumer.subscribe({ topics: ['orders'] });
  await consumer.run({
    eachMessage: async ({ message }) => {
      const { id, state } = JSON.parse(String(message.value));
      logger(`order ${id}`);
      await pool.query('UPDATE orders SET state = $2 WHERE id = $1', [id, state]);
      await app.failed(`order ${id}`);
      await slow.write(`order ${id} is ${state}`);
    },
  });
}
