import { Kafka, type EachMessagePayload } from 'kafkajs';

const kafka = new Kafka({ clientId: 'tags', brokers: ['localhost:9092'] });
const producer = kafka.producer();
const tagged = new Set<string>();

function onPhoto({ message }: EachMessagePayload): Promise<void> {
  const photo = String(message.key);
  if (tagged.has(photo)) return Promise.resolve();
//    ^^^^^^^^^^ in-memory-dedup guard
  return producer
    .send({ topic: 'photos.tagged', messages: [{ key: photo, value: message.value }] })
    .then(() => {
      tagged.add(photo);
    });
}

export async function start(): Promise<void> {
  const consumer = kafka.consumer({ groupId: 'tags' });
  await consumer.subscribe({ topics: ['photos.uploaded'] });
  await consumer.run({ eachMessage: onPhoto });
}
