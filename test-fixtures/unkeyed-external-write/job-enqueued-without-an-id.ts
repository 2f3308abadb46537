import { Queue } from 'bullmq';
import { Kafka } from 'kafkajs';

const kafka = new Kafka({ clientId: 'videos', brokers: ['localhost:9092'] });
const producer = kafka.producer({ idempotent: true });
const encodings = new Queue('encodings', { connection: { host: 'localhost', port: 6379 } });

export async function start(): Promise<void> {
  const consumer = kafka.consumer({ groupId: 'videos' });
  await consumer.subscribe({ topics: ['videos.uploaded'] });
  await consumer.run({
    eachMessage: async ({ topic, partition, message }) => {
      await encodings.add('encode', { video: String(message.key) });
//          ^^^^^^^^^^^^^ unkeyed-external-write repeated
      await encodings.add('thumbnail', { video: String(message.key) }, { jobId: `${topic}-${partition}-${message.offset}` });
      await producer.send({ topic: 'videos.queued', messages: [{ key: message.key, value: 'queued' }] });
    },
  });
}
