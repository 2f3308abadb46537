import { Redis } from 'ioredis';
import { Kafka } from 'kafkajs';
import axios from 'axios';

const redis = new Redis();
const consumer = new Kafka({ brokers: ['localhost:9092'] }).consumer({ groupId: 'a' });

consumer.run({
  eachMessage: async ({ message }) => {
    const key = `seen:${String(message.key)}`;
    if ((await redis.exists(key)) === 1) return;
    await axios.post('https://partner/calls', String(message.value));
    await redis.set(key, '1', 'EX', Number(process.env['TTL'] ?? 1_209_600));
//        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ dedup-not-atomic after
  },
});