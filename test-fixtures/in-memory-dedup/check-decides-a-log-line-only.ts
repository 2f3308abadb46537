import { Kafka } from 'kafkajs';

const kafka = new Kafka({ clientId: 'devices', brokers: ['localhost:9092'] });
const producer = kafka.producer();
const met = new Set<string>();

export async function start(): Promise<void> {
  const consumer = kafka.consumer({ groupId: 'devices' });
  await consumer.subscribe({ topics: ['devices.pings'] });
  await consumer.run({
    eachMessage: async ({ message }) => {
      const device = String(message.key);
      if (!met.has(device)) {
        console.info('first ping of %s', device);
        met.add(device);
      }
      await producer.send({ topic: 'devices.alive', messages: [{ key: device, value: message.timestamp }] });
    },
  });
}
