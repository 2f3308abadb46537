import { Kafka, type Producer } from 'kafkajs';

const kafka = new Kafka({ clientId: 'fanout', brokers: ['localhost:9092'] });
const producers = new Map<string, Producer>();

async function producerFor(tenant: string): Promise<Producer> {
  const open = producers.get(tenant);
  if (open) return open;
  const producer = kafka.producer();
  await producer.connect();
  producers.set(tenant, producer);
  return producer;
}

export async function start(): Promise<void> {
  const consumer = kafka.consumer({ groupId: 'fanout' });
  await consumer.subscribe({ topics: ['fanout'] });
  await consumer.run({
    eachMessage: async ({ message }) => {
      const tenant = String(message.key);
      const producer = await producerFor(tenant);
      await producer.send({ topic: `tenant.${tenant}`, messages: [{ value: message.value }] });
    },
  });
}
