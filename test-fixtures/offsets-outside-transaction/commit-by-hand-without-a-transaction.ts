import { Kafka } from 'kafkajs';

const kafka = new Kafka({ clientId: 'bees', brokers: ['localhost:9092'] });
const producer = kafka.producer();

export async function start(): Promise<void> {
  const consumer = kafka.consumer({ groupId: 'bees' });
  await consumer.subscribe({ topics: ['bees'] });
  await consumer.run({
    autoCommit: false,
    eachMessage: async ({ topic, partition, message }) => {
      await producer.send({ topic: 'bees.home', messages: [{ key: message.key, value: message.value }] });
      await consumer.commitOffsets([{ topic, partition, offset: (BigInt(message.offset) + 1n).toString() }]);
    },
  });
}
