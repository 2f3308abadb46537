const { Kafka } = require('kafkajs');
const { createClient } = require('redis');
const { Pool } = require('pg');

const pool = new Pool();
const redis = createClient();
const consumer = new Kafka({ clientId: 'notices', brokers: ['localhost:9092'] }).consumer({ groupId: 'notices' });

async function enqueue(id, body) {
  try {
    await redis.zAdd('notices', [{ score: 1, value: JSON.stringify({ id, body }) }]);
    return true;
  } catch (error) {
//  ^^^^^^^^^^^^^ swallowed-failure caught
    console.error('not queued', error);
    return false;
  }
}

consumer.run({
  eachMessage: async ({ message }) => {
    const isQueued = await enqueue(message.key.toString(), message.value.toString());
    if (!isQueued) console.warn('not queued', message.offset);
    await pool.query('UPDATE people SET seen = $1 WHERE id = $2', [message.timestamp, message.key.toString()]);
  },
});
