import { Kafka } from 'kafkajs';
import { createClient } from 'redis';

const MOVE = `
  local item = redis.call('GET', KEYS[1])
  redis.call('DEL', KEYS[1])
  redis.call('RPUSH', KEYS[2], item)
  return item
`;

const redis = createClient();
const kafka = new Kafka({ clientId: 'calls', brokers: ['localhost:9092'] });

await kafka.consumer({ groupId: 'calls' }).run({
  eachMessage: async ({ message }) => {
    try {
      await redis.eval(MOVE, { keys: [`draft:${String(message.key)}`, 'sent'], arguments: [] });
    } catch (error) {
//    ^^^^^^^^^^^^^ swallowed-failure caught
      console.warn('not moved', error);
    }
  },
});
