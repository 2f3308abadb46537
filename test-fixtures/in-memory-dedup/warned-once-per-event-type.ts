import { Kafka } from 'kafkajs';

const kafka = new Kafka({ clientId: 'mapper', brokers: ['localhost:9092'] });
const producer = kafka.producer();
const warned = new Set<string>();

export async function start(): Promise<void> {
  const consumer = kafka.consumer({ groupId: 'mapper' });
  await consumer.subscribe({ topics: ['crm.events'] });
  await consumer.run({
    eachMessage: async ({ message }) => {
      const event = JSON.parse(String(message.value));
      if (event.version > 2 && !warned.has(event.type)) {
        warned.add(event.type);
        console.warn('unknown version of %s', event.type);
      }
      await producer.send({ topic: 'crm.mapped', messages: [{ key: event.id, value: message.value }] });
    },
  });
}
