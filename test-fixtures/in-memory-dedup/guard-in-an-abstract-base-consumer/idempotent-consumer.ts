import type { Consumer, EachMessagePayload } from 'kafkajs';

export abstract class IdempotentConsumer {
  private readonly processed = new Set<string>();

  constructor(private readonly consumer: Consumer) {}

  protected abstract readonly topic: string;
  protected abstract process(payload: EachMessagePayload): Promise<void>;

  async start(): Promise<void> {
    await this.consumer.subscribe({ topics: [this.topic] });
    await this.consumer.run({ eachMessage: (payload) => this.onMessage(payload) });
  }

  private async onMessage(payload: EachMessagePayload): Promise<void> {
    const id = String(payload.message.key);
    if (this.processed.has(id)) return;
//      ^^^^^^^^^^^^^^^^^^ in-memory-dedup guard
    await this.process(payload);
    this.processed.add(id);
  }
}
