import { Redis } from 'ioredis';
import { Kafka } from 'kafkajs';
import axios from 'axios';

const redis = new Redis();
const consumer = new Kafka({ brokers: ['localhost:9092'] }).consumer({ groupId: 'a' });

consumer.run({
  eachMessage: async ({ message }) => {
    const key = `seen:${String(message.key)}`;
    const cached = await redis.get(key);
    if (cached !== null) return;
    const { data } = await axios.get<string>('https://rates');
    await redis.set(key, data, 'EX', 60);
  },
});