import { Kafka } from 'kafkajs';

const kafka = new Kafka({ clientId: 'tap', brokers: ['localhost:9092'] });

export async function start(): Promise<void> {
  const consumer = kafka.consumer({
    groupId: 'tap',
    // kafka-eos-disable-next-line read-uncommitted-consumer -- shows producers what they have in flight
    readUncommitted: true,
  });
  await consumer.subscribe({ topics: ['tap'] });
  await consumer.run({ eachMessage: async ({ message }) => console.info(String(message.value)) });
}
