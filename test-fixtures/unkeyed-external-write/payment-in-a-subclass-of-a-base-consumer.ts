import { Kafka, type Consumer, type KafkaMessage } from 'kafkajs';
import Stripe from 'stripe';

abstract class TopicWorker {
  constructor(
    protected readonly consumer: Consumer,
    private readonly topic: string,
  ) {}

  async start(): Promise<void> {
    await this.consumer.subscribe({ topics: [this.topic] });
    await this.consumer.run({ eachMessage: async ({ message }) => this.work(message) });
  }

  protected abstract work(message: KafkaMessage): Promise<void>;
}

class PayoutWorker extends TopicWorker {
  private readonly stripe = new Stripe('key');

  protected async work(message: KafkaMessage): Promise<void> {
    const { cents, account } = JSON.parse(String(message.value));
    await this.stripe.payouts.create({ amount: cents, currency: 'eur', destination: account });
//        ^^^^^^^^^^^^^^^^^^^^^^^^^^ unkeyed-external-write payment
  }
}

const kafka = new Kafka({ clientId: 'payouts', brokers: ['localhost:9092'] });

export const worker = new PayoutWorker(kafka.consumer({ groupId: 'payouts' }), 'payouts.due');
void worker.start();
