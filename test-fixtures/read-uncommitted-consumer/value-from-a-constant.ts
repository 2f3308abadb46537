import { Kafka } from 'kafkajs';

const DIRTY_READS = true;

export async function start(): Promise<void> {
  const kafka = new Kafka({ clientId: 'radar', brokers: ['localhost:9092'] });
  const consumer = kafka.consumer({ groupId: 'radar', readUncommitted: DIRTY_READS });
//                                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ read-uncommitted-consumer optedOut
  await consumer.subscribe({ topics: ['echoes'] });
  await consumer.run({ eachMessage: async ({ message }) => console.info(String(message.value)) });
}
