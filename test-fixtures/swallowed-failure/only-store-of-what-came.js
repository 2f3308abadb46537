const { Kafka } = require('kafkajs');
const { createClient } = require('redis');

const redis = createClient();
const consumer = new Kafka({ clientId: 'prices', brokers: ['localhost:9092'] }).consumer({ groupId: 'prices' });

async function keep(key, price) {
  try {
    await redis.set(`price:${key}`, price);
  } catch (error) {
//  ^^^^^^^^^^^^^ swallowed-failure caught
    console.error('not kept', error);
  }
}

async function offer(key, offered) {
  try {
    await redis.setEx(`offer:${key}`, 60, offered);
  } catch (error) {
//  ^^^^^^^^^^^^^ swallowed-failure caught
    console.error('not offered', error);
  }
}

async function count(key) {
  try {
    await redis.incr(`prices:${key}`);
    await redis.expire(`prices:${key}`, 60);
  } catch (error) {
//  ^^^^^^^^^^^^^ swallowed-failure caught
    console.error('not counted', error);
  }
}

consumer.run({
  eachMessage: async ({ message }) => {
    await offer(message.key.toString(), message.value.toString());
    await count(message.key.toString());
    await keep(message.key.toString(), message.value.toString());
  },
});
