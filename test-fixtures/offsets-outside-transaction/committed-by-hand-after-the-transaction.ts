import { Kafka, type Consumer, type EachMessagePayload, type Producer } from 'kafkajs';

class Translator {
  constructor(
    private readonly consumer: Consumer,
    private readonly producer: Producer,
  ) {}

  async onText({ topic, partition, message }: EachMessagePayload): Promise<void> {
    const txn = await this.producer.transaction();
    try {
      await txn.send({ topic: 'texts.translated', messages: [{ key: message.key, value: message.value }] });
      await txn.commit();
    } catch (error) {
      if (txn.isActive()) await txn.abort();
      throw error;
    }
    await this.consumer.commitOffsets([
//        ^^^^^^^^^^^^^^^^^^^^^^^^^^^ offsets-outside-transaction committedBeside
      { topic, partition, offset: (BigInt(message.offset) + 1n).toString() },
    ]);
  }
}

export async function start(): Promise<void> {
  const kafka = new Kafka({ clientId: 'texts', brokers: ['localhost:9092'] });
  const consumer = kafka.consumer({ groupId: 'texts' });
  const translator = new Translator(consumer, kafka.producer({ transactionalId: 'texts-0' }));
  await consumer.subscribe({ topics: ['texts'] });
  await consumer.run({ autoCommit: false, eachMessage: (payload) => translator.onText(payload) });
}
