import { Kafka, type EachMessagePayload } from 'kafkajs';
import { Pool } from 'pg';
import { MemoryDeduplicator } from './memory-deduplicator';
import type { Deduplicator } from './ports';

class Bookkeeper {
  constructor(
    private readonly dedup: Deduplicator,
    private readonly pool: Pool,
  ) {}

  handle = async ({ message }: EachMessagePayload): Promise<void> => {
    const id = String(message.headers?.['message-id']);
    if (this.dedup.seen(id)) return;
    await this.pool.query('INSERT INTO books (line) VALUES ($1)', [String(message.value)]);
    this.dedup.mark(id);
  };
}

export async function start(): Promise<void> {
  const bookkeeper = new Bookkeeper(new MemoryDeduplicator(), new Pool());
  const consumer = new Kafka({ clientId: 'books', brokers: ['localhost:9092'] }).consumer({ groupId: 'books' });
  await consumer.subscribe({ topics: ['books'] });
  await consumer.run({ eachMessage: bookkeeper.handle });
}
