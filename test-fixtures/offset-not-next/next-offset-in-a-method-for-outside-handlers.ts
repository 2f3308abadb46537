import { Kafka, type Consumer, type EachMessagePayload, type KafkaMessage } from 'kafkajs';

export class BoatFeed {
  private readonly consumer: Consumer;

  constructor(kafka: Kafka) {
    this.consumer = kafka.consumer({ groupId: 'boats' });
  }

  async start(handle: (payload: EachMessagePayload) => Promise<void>): Promise<void> {
    await this.consumer.subscribe({ topics: ['boats'] });
    await this.consumer.run({ autoCommit: false, eachMessage: handle });
  }

  async acknowledge(topic: string, partition: number, message: KafkaMessage): Promise<void> {
    const offset = (BigInt(message.offset) + 1n).toString();
    await this.consumer.commitOffsets([{ topic, partition, offset }]);
  }

  /** Whoever calls it says where to go on. */
  async goOnAt(topic: string, partition: number, offset: string): Promise<void> {
    await this.consumer.commitOffsets([{ topic, partition, offset }]);
  }
}
