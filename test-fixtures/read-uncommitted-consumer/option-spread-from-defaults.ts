import { Kafka } from 'kafkajs';

const FAST = {
  readUncommitted: true,
//^^^^^^^^^^^^^^^^^^^^^ read-uncommitted-consumer optedOut
  maxWaitTimeInMs: 50,
};

export class Ticker {
  private readonly consumer = new Kafka({ clientId: 'ticker', brokers: ['localhost:9092'] }).consumer({
    ...FAST,
    groupId: 'ticker',
  });

  async start(): Promise<void> {
    await this.consumer.subscribe({ topics: ['ticks'] });
    await this.consumer.run({ eachMessage: async ({ message }) => console.info(String(message.value)) });
  }
}
