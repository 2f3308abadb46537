import { Redis } from 'ioredis';
import { Kafka } from 'kafkajs';
import axios from 'axios';

const redis = new Redis();
const consumer = new Kafka({ brokers: ['localhost:9092'] }).consumer({ groupId: 'a' });
const DAY = 24 * 60 * 60;

consumer.run({
  eachMessage: async ({ message }) => {
    const key = `seen:${String(message.key)}`;
    if ((await redis.exists(key)) === 1) return;
    await axios.post('https://partner/calls', String(message.value));
    await redis.set(key, '1', 'EX', DAY);
//        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ dedup-not-atomic after
  },
});