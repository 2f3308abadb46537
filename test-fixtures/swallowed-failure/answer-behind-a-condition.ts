import { Kafka } from 'kafkajs';

const kafka = new Kafka({ clientId: 'orders', brokers: ['localhost:9092'] });
const producer = kafka.producer();

async function save(id: string): Promise<boolean> {
  try {
    await producer.send({ topic: 'saved', messages: [{ key: id, value: id }] });
    return true;
  } catch (error) {
    console.error('not saved', error);
    return false;
  }
}

export async function start(): Promise<void> {
  await kafka.consumer({ groupId: 'orders' }).run({
    eachMessage: async ({ message }) => {
      const order: { id: string; urgent: boolean } = JSON.parse(String(message.value));
      const saved = order.urgent ? await save(order.id) : true;
      if (!saved) throw new Error('not saved');
    },
  });
}
