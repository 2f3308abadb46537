import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { Kafka } from 'kafkajs';

const s3 = new S3Client({});

export async function start(): Promise<void> {
  const consumer = new Kafka({ clientId: 'rents', brokers: ['localhost:9092'] }).consumer({ groupId: 'rents' });
  await consumer.subscribe({ topics: ['rents'] });
  await consumer.run({
    eachMessage: async ({ message }) => {
      await s3.send(
        new PutObjectCommand({ Bucket: 'rents', Key: `rents/${Date.now()}.json`, Body: message.value ?? '' }),
//                                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^ unstable-idempotency-key key
      );
    },
  });
}
