import { Redis } from 'ioredis';
import { Kafka } from 'kafkajs';
import axios from 'axios';

const redis = new Redis();
const consumer = new Kafka({ brokers: ['localhost:9092'] }).consumer({ groupId: 'calls' });

await consumer.run({
  eachMessage: async ({ message }) => {
    const key = `call:${String(message.key)}`;
    if ((await redis.set(key, '1', 'NX')) === null) return;
//             ^^^^^^^^^^^^^^^^^^^^^^^^^ dedup-not-atomic before
    try {
      await axios.post('https://partner/calls', String(message.value));
    } catch (error) {
      await redis.del(key);
      throw error;
    }
  },
});