import { Kafka, type EachMessagePayload, type Producer } from 'kafkajs';

class InvoiceNumbers {
  private readonly seen = new Set<string>();

  constructor(private readonly producer: Producer) {}

  async handle({ message }: EachMessagePayload): Promise<void> {
    const id = String(message.key);
    if (this.seen.has(id)) return;
//      ^^^^^^^^^^^^^ in-memory-dedup guard
    await this.producer.send({ topic: 'invoices.numbered', messages: [{ key: id, value: message.value }] });
    this.seen.add(id);
  }
}

const kafka = new Kafka({ clientId: 'invoices', brokers: ['localhost:9092'] });

export async function start(): Promise<void> {
  const consumer = kafka.consumer({ groupId: 'invoices' });
  const numbers = new InvoiceNumbers(kafka.producer());
  await consumer.subscribe({ topics: ['invoices.created'] });
  await consumer.run({ eachMessage: (payload) => numbers.handle(payload) });
}
