import { Queue } from 'bullmq';
import { Kafka } from 'kafkajs';
import { nanoid } from 'nanoid';

const rollups = new Queue('rollups');

export async function start(): Promise<void> {
  const consumer = new Kafka({ clientId: 'rents', brokers: ['localhost:9092'] }).consumer({ groupId: 'rents' });
  await consumer.subscribe({ topics: ['rents'] });
  await consumer.run({
    eachMessage: async ({ message }) => {
      const rent = JSON.parse(String(message.value));
      await rollups.add('hourly', { flat: rent.flat }, { jobId: nanoid() });
//                                                              ^^^^^^^^ unstable-idempotency-key key
    },
  });
}
