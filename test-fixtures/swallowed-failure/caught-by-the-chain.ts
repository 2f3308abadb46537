import { Kafka } from 'kafkajs';
import { createClient } from 'redis';

const redis = createClient();
const consumer = new Kafka({ clientId: 'boards', brokers: ['localhost:9092'] }).consumer({ groupId: 'boards' });

await consumer.run({
  eachMessage: async ({ message }) => {
    await redis.hSet('boards', String(message.key), String(message.value)).catch(() => undefined);
//                                                                         ^^^^^ swallowed-failure caught
  },
});
