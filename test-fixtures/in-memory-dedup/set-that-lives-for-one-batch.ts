import { Kafka } from 'kafkajs';

const kafka = new Kafka({ clientId: 'positions', brokers: ['localhost:9092'] });
const producer = kafka.producer();

export async function start(): Promise<void> {
  const consumer = kafka.consumer({ groupId: 'positions' });
  await consumer.subscribe({ topics: ['vehicles.positions'] });
  await consumer.run({
    eachBatch: async ({ batch }) => {
      const inThisBatch = new Set<string>();
      for (const message of batch.messages) {
        const vehicle = String(message.key);
        if (inThisBatch.has(vehicle)) continue;
        inThisBatch.add(vehicle);
        await producer.send({ topic: 'vehicles.moving', messages: [{ key: vehicle, value: message.value }] });
      }
    },
  });
}
