import type { Producer } from 'kafkajs';
import { Topic } from './topics';

export class Booking {
  constructor(private readonly producer: Producer) {}

  async book(flight: string): Promise<void> {
    const { send, commit, abort } = await this.producer.transaction();
    try {
      await send({ topic: Topic.Booked, messages: [{ key: flight, value: flight }] });
      await commit();
    } catch (error) {
      await abort();
//          ^^^^^ abort-after-failed-commit unguarded
      throw error;
    }
  }
}
