const { Redis } = require('ioredis');
const { Kafka } = require('kafkajs');
const { Pool } = require('pg');

const redis = new Redis();
const pool = new Pool();
const consumer = new Kafka({ brokers: ['localhost:9092'] }).consumer({ groupId: 'profiles' });

consumer.run({
  eachMessage: async ({ message }) => {
    const id = String(message.key);
    if ((await redis.setnx(`seen:${id}`, '1')) === 0) return;
//             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ dedup-not-atomic before
    const text = 'INSERT INTO profiles (id, body) VALUES ($1, $2) ON CONFLICT (id) DO UPDATE SET body = EXCLUDED.body';
    await pool.query(text, [id, String(message.value)]);
  },
});