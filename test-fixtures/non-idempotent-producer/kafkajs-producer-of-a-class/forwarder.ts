import { Kafka } from 'kafkajs';

const kafka = new Kafka({ brokers: ['localhost:9092'] });

export class Forwarder {
  private readonly producer = kafka.producer();
//                            ^^^^^^^^^^^^^^ non-idempotent-producer plain
  private readonly consumer = kafka.consumer({ groupId: 'a' });

  async start(): Promise<void> {
    await this.consumer.run({ eachMessage: async ({ message }) => this.forward(message.value) });
  }

  private async forward(value: Buffer | null): Promise<void> {
    await this.producer.send({ topic: 'b', messages: [{ value }] });
  }
}