import { Kafka, type EachMessagePayload, type Producer } from 'kafkajs';

function createRouter(producer: Producer): (payload: EachMessagePayload) => Promise<void> {
  const routed = new Set<string>();
  return async ({ message }) => {
    const id = message.key?.toString() ?? '';
    if (routed.has(id)) return;
//      ^^^^^^^^^^ in-memory-dedup guard
    await producer.send({ topic: 'parcels.routed', messages: [{ key: id, value: message.value }] });
    routed.add(id);
  };
}

export async function start(): Promise<void> {
  const kafka = new Kafka({ clientId: 'router', brokers: ['localhost:9092'] });
  const consumer = kafka.consumer({ groupId: 'router' });
  await consumer.subscribe({ topics: ['parcels.scanned'] });
  await consumer.run({ eachMessage: createRouter(kafka.producer()) });
}
