const { Redis } = require('ioredis');
const { Kafka } = require('kafkajs');

const redis = new Redis();
const consumer = new Kafka({ brokers: ['localhost:9092'] }).consumer({ groupId: 'a' });

consumer.run({
  eachMessage: async ({ message }) => {
    await redis.set(`profile:${String(message.key)}`, String(message.value));
    await redis.expire(`profile:${String(message.key)}`, 60);
  },
});