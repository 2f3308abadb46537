import { KafkaConsumer, type Message } from 'node-rdkafka';
import Stripe from 'stripe';

export class Charger {
  private readonly seen = new Map<string, number>();
  private readonly stripe = new Stripe(process.env.STRIPE_KEY ?? '');
  private readonly consumer = new KafkaConsumer(
    { 'group.id': 'charger', 'metadata.broker.list': 'localhost:9092', 'enable.auto.commit': false },
    { 'auto.offset.reset': 'earliest' },
  );

  start(): void {
    this.consumer.on('ready', () => {
      this.consumer.subscribe(['carts.paid']);
      this.consumer.consume();
    });
    this.consumer.on('data', (message) => void this.charge(message));
    this.consumer.connect();
  }

  private async charge(message: Message): Promise<void> {
    const cart = JSON.parse(String(message.value)) as { id: string; cents: number };
    if (this.seen.has(cart.id)) return;
//      ^^^^^^^^^^^^^ in-memory-dedup guard
    await this.stripe.charges.create({ amount: cart.cents, currency: 'eur' });
    this.seen.set(cart.id, Date.now());
    this.consumer.commitMessage(message);
  }
}
