import { Kafka, type KafkaMessage } from 'kafkajs';
import { Pool } from 'pg';
import { SeenIds } from './seen-ids';

class PointsHandler {
  constructor(
    private readonly seen: SeenIds,
    private readonly pool: Pool,
  ) {}

  async handle(message: KafkaMessage): Promise<void> {
    const { eventId, member, points } = JSON.parse(String(message.value));
    if (this.seen.knows(eventId)) return;
    await this.pool.query('UPDATE members SET points = points + $2 WHERE id = $1', [member, points]);
    this.seen.remember(eventId);
  }
}

export async function start(): Promise<void> {
  const handler = new PointsHandler(new SeenIds(), new Pool());
  const consumer = new Kafka({ clientId: 'points', brokers: ['localhost:9092'] }).consumer({ groupId: 'points' });
  await consumer.subscribe({ topics: ['points.granted'] });
  await consumer.run({ eachMessage: async ({ message }) => handler.handle(message) });
}
