import { Kafka, type EachMessagePayload } from 'kafkajs';

const kafka = new Kafka({ clientId: 'boats', brokers: ['localhost:9092'] });

export async function consume(handle: (payload: EachMessagePayload) => Promise<void>): Promise<void> {
  const consumer = kafka.consumer({ groupId: 'boats' });
  await consumer.run({ autoCommit: false, eachMessage: (payload) => handle(payload) });
}
