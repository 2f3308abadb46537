import { Redis } from 'ioredis';
import { Kafka } from 'kafkajs';
import axios from 'axios';

const redis = new Redis();
const consumer = new Kafka({ brokers: ['localhost:9092'] }).consumer({ groupId: 'a' });

consumer.run({
  eachMessage: async ({ message }) => {
    const key = `seen:${String(message.key)}`;
    if ((await redis.set(key, '1', 'EX', 30, 'NX')) === null) throw new Error('busy');
    await axios.post('https://partner/calls', String(message.value), { headers: { 'Idempotency-Key': key } });
    await redis.del(key);
  },
});