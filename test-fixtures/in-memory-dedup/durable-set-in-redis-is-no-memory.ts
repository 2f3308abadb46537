import { Redis } from 'ioredis';
import { Kafka } from 'kafkajs';

const redis = new Redis();
const kafka = new Kafka({ clientId: 'redis', brokers: ['localhost:9092'] });
const producer = kafka.producer();

export async function start(): Promise<void> {
  const consumer = kafka.consumer({ groupId: 'redis' });
  await consumer.subscribe({ topics: ['redis'] });
  await consumer.run({
    eachMessage: async ({ message }) => {
      const id = String(message.key);
      if ((await redis.sismember('handled', id)) === 1) return;
      await producer.send({ topic: 'redis.once', messages: [{ key: id, value: message.value }] });
      await redis.sadd('handled', id);
//          ^^^^^^^^^^^^^^^^^^^^^^^^^ dedup-not-atomic after
    },
  });
}
