import { createClient } from 'redis';
import { Kafka } from 'kafkajs';
import axios from 'axios';

const redis = createClient();
const consumer = new Kafka({ brokers: ['localhost:9092'] }).consumer({ groupId: 'a' });

consumer.run({
  eachMessage: async ({ message }) => {
    const key = `seen:${String(message.key)}`;
    if ((await redis.exists(key)) === 1) return;
    await axios.post('https://partner/calls', String(message.value), { headers: { 'Idempotency-Key': key } });
    await redis.set(key, '1', { EX: 300 });
  },
});