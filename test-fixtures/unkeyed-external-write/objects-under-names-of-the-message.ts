// preset: strict
import { BlobServiceClient } from '@azure/storage-blob';
import { Storage } from '@google-cloud/storage';
import { Kafka } from 'kafkajs';

const bucket = new Storage().bucket('labels');
const container = BlobServiceClient.fromConnectionString(process.env.BLOBS ?? '').getContainerClient('labels');

export async function start(): Promise<void> {
  const consumer = new Kafka({ clientId: 'labels', brokers: ['localhost:9092'] }).consumer({ groupId: 'labels' });
  await consumer.subscribe({ topics: ['labels'] });
  await consumer.run({
    eachMessage: async ({ message }) => {
      const { order, text } = JSON.parse(String(message.value));
      const label = bucket.file(`orders/${order}.txt`);
      await label.save(text);
      await bucket.upload('/tmp/label.pdf', { destination: `orders/${order}.pdf` });
      const blob = container.getBlockBlobClient(`orders/${order}.txt`);
      await blob.upload(text, text.length, { conditions: { ifNoneMatch: '*' } });
      await container.getAppendBlobClient('log.txt').appendBlock(text, text.length);
//          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unkeyed-external-write repeated
    },
  });
}
