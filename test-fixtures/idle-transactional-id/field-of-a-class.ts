import { Kafka, type Producer } from 'kafkajs';

export class Publisher {
  private readonly producer: Producer;

  constructor(kafka: Kafka) {
    this.producer = kafka.producer({ transactionalId: 'w-0' });
//                                   ^^^^^^^^^^^^^^^^^^^^^^ idle-transactional-id idle
  }

  async publish(value: string): Promise<void> {
    await this.producer.send({ topic: 'out', messages: [{ value }] });
  }
}
