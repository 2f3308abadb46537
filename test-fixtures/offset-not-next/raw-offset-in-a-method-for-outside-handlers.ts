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
    await this.consumer.commitOffsets([{ topic, partition, offset: message.offset }]);
//                                                                 ^^^^^^^^^^^^^^ offset-not-next behind
  }

  async acknowledgeNext(topic: string, partition: number, message: KafkaMessage): Promise<void> {
    await this.consumer.commitOffsets([{ topic, partition, offset: message.offset + 1 }]);
//                                                                 ^^^^^^^^^^^^^^^^^^ offset-not-next joined
  }
}
