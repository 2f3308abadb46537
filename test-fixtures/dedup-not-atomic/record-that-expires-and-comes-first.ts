import { createClient } from 'redis';
import { Kafka } from 'kafkajs';
import axios from 'axios';

const redis = createClient();
const consumer = new Kafka({ brokers: ['localhost:9092'] }).consumer({ groupId: 'calls' });

await consumer.run({
  eachMessage: async ({ message }) => {
    const claimed = await redis.set(`call:${String(message.key)}`, '1', { NX: true, EX: 86_400 });
//                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ dedup-not-atomic before
    if (claimed === null) return;
    await axios.post('https://partner/calls', String(message.value));
  },
});