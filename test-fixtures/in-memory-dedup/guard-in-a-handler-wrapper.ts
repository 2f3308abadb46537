import { Kafka, type EachMessageHandler, type EachMessagePayload } from 'kafkajs';

const kafka = new Kafka({ clientId: 'labels', brokers: ['localhost:9092'] });
const producer = kafka.producer();

function once(handler: EachMessageHandler): EachMessageHandler {
  const ids = new Set<string>();
  return async (payload: EachMessagePayload) => {
    const id = String(payload.message.headers?.['event-id']);
    if (ids.has(id)) return;
//      ^^^^^^^ in-memory-dedup guard
    await handler(payload);
    ids.add(id);
  };
}

export async function start(): Promise<void> {
  const consumer = kafka.consumer({ groupId: 'labels' });
  await consumer.subscribe({ topics: ['labels.wanted'] });
  await consumer.run({
    eachMessage: once(async ({ message }) => {
      await producer.send({ topic: 'labels.printed', messages: [{ key: message.key, value: message.value }] });
    }),
  });
}
