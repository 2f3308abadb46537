import { randomUUID } from 'node:crypto';
import { S3Client } from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import { BlobServiceClient } from '@azure/storage-blob';
import { Storage } from '@google-cloud/storage';
import { Kafka } from 'kafkajs';

const client = new S3Client({});
const bucket = new Storage().bucket('labels');
const container = BlobServiceClient.fromConnectionString(process.env.BLOBS ?? '').getContainerClient('labels');

export async function start(): Promise<void> {
  const consumer = new Kafka({ clientId: 'labels', brokers: ['localhost:9092'] }).consumer({ groupId: 'labels' });
  await consumer.subscribe({ topics: ['labels'] });
  await consumer.run({
    eachMessage: async ({ message }) => {
      const text = String(message.value);
      await bucket.file(`labels/${randomUUID()}.txt`).save(text);
//                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unstable-idempotency-key key
      const label = bucket.file(`labels/${Date.now()}.txt`);
//                              ^^^^^^^^^^^^^^^^^^^^^^^^^^ unstable-idempotency-key key
      await label.save(text, { preconditionOpts: { ifGenerationMatch: 0 } });
      await container.uploadBlockBlob(`${randomUUID()}.txt`, text, text.length);
//                                    ^^^^^^^^^^^^^^^^^^^^^ unstable-idempotency-key key
      const upload = new Upload({ client, params: { Bucket: 'labels', Key: `${randomUUID()}.txt`, Body: text } });
//                                                                         ^^^^^^^^^^^^^^^^^^^^^ unstable-idempotency-key key
      await upload.done();
      await container.getBlockBlobClient('latest.txt').upload(text, text.length);
    },
  });
}
