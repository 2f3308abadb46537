import { Kafka, type EachMessagePayload } from 'kafkajs';

const consumer = new Kafka({ clientId: 'boats', brokers: ['localhost:9092'] }).consumer({ groupId: 'boats' });
const handled: { topic: string; partition: number; offset: string }[] = [];

export async function start(handle: (payload: EachMessagePayload) => Promise<void>): Promise<void> {
  await consumer.subscribe({ topics: ['boats'] });
  await consumer.run({
    autoCommit: false,
    eachMessage: async (payload) => {
      await handle(payload);
      handled.push({ topic: payload.topic, partition: payload.partition, offset: payload.message.offset });
//                                                                               ^^^^^^^^^^^^^^^^^^^^^^ offset-not-next behind
    },
  });
  setInterval(() => void consumer.commitOffsets(handled), 5000);
}
