import { Kafka } from 'kafkajs';

const kafka = new Kafka({ clientId: 'totals', brokers: ['localhost:9092'] });
const producer = kafka.producer();
const totals = new Map<string, number>();

export async function start(): Promise<void> {
  const consumer = kafka.consumer({ groupId: 'totals' });
  await consumer.subscribe({ topics: ['sales'] });
  await consumer.run({
    eachMessage: async ({ message }) => {
      const shop = String(message.key);
      const total = (totals.get(shop) ?? 0) + Number(String(message.value));
      totals.set(shop, total);
      await producer.send({ topic: 'sales.totals', messages: [{ key: shop, value: String(total) }] });
    },
  });
}
