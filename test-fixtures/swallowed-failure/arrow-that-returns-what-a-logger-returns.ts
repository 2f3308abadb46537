import { Kafka } from 'kafkajs';
import pino from 'pino';
import { createClient } from 'redis';
import { keepForLater } from 'some-dead-letters';

const logger = pino();
const redis = createClient();
const consumer = new Kafka({ clientId: 'boards', brokers: ['localhost:9092'] }).consumer({ groupId: 'boards' });

await consumer.run({
  eachMessage: async ({ message }) => {
    const board = String(message.value);
    await redis.hSet('boards', String(message.key), board).catch((error) => logger.error({ error, board }));
//                                                         ^^^^^ swallowed-failure caught
    await redis.hSet('copies', String(message.key), board).catch((error) => keepForLater({ error, board }));
  },
});
